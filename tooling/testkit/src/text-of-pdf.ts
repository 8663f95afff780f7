import { inflateSync } from 'node:zlib';

const object = /(\d+) 0 obj\n([\s\S]*?)endobj/g;

const streamIn = (body: string): string => {
  const [, packed] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  return packed === undefined ? '' : inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
};

/** Letters of a font by their number in it. The first is that of what it lacks, drawn as a box. */
const lettersIn = (cmap: string): string[] => {
  const codes = [...cmap.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...hex.split(' ').map((code) => Number.parseInt(code, 16))),
    ),
  );
  return ['□', ...codes.slice(1)];
};

/** What stands on the pages of a PDF that pdfkit made, a line for each piece that was drawn. */
export const textOfPdf = (file: Buffer): string[] => {
  const objects = new Map(
    [...file.toString('latin1').matchAll(object)].map(([, id = '', body = '']) => [id, body]),
  );
  const bodies = [...objects.values()];
  const fonts = new Map(
    bodies
      .flatMap((body) => [
        ...(/\/Font <<\n([\s\S]*?)>>/.exec(body)?.[1] ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g),
      ])
      .map(([, name = '', id = '']) => {
        const [, unicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
        return [name, lettersIn(streamIn(objects.get(unicode) ?? ''))];
      }),
  );
  const pages = bodies.filter((body) => body.includes('/Type /Page\n'));
  return pages.flatMap((page) => {
    const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
    const drawn = streamIn(objects.get(contents) ?? '');
    return [...drawn.matchAll(/\/(F\d+) [\d.]+ Tf\n(?:[\d.-]+ T\w\n)*\[(.*)\] TJ/g)].map(
      ([, font = '', text = '']) =>
        [...text.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => fonts.get(font)?.[Number.parseInt(glyph, 16)] ?? '□')
          .join(''),
    );
  });
};

export const pagesOfPdf = (file: Buffer): number =>
  [...file.toString('latin1').matchAll(/\/Type \/Page\n/g)].length;
