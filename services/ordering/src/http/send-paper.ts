import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { createPaper, type Paper } from './papers/paper.ts';

interface Printed {
  /** Of the file, without its ending; the title in a viewer too. */
  readonly name: string;
  /** When what it tells was so, so that the same paper is the same file. */
  readonly at: Date;
  readonly parts: readonly ((paper: Paper) => void)[];
}

/** Answers with a PDF. It goes out as it is drawn, and others get their turn between its parts. */
export const sendPaper = async (
  res: ServerResponse,
  { name, at, parts }: Printed,
  signal: AbortSignal,
): Promise<void> => {
  const paper = createPaper({ title: name, at });
  res.writeHead(200, {
    'content-type': 'application/pdf',
    // Shown where the browser can, and saved under its name.
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'no-store',
  });
  const sent = pipeline(paper.pdf, res, { signal });
  try {
    for (const draw of parts) {
      draw(paper);
      await turn(undefined, { signal });
    }
    paper.pdf.end();
    await sent;
  } catch (error) {
    paper.pdf.destroy();
    await sent.catch(() => undefined);
    // Whoever has gone away has no use for the rest.
    if (!signal.aborted) throw error;
  }
};
