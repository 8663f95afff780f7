import type { ClientBase, Pool } from 'pg';
import type { KeptFile } from '../../usecases/imports/table-file.ts';

const partBytes = 512 * 1024;

/** Writes a file part by part as it comes, `see` told of each; answers how large it is. */
export const keepParts = async (
  pool: Pool,
  id: string,
  file: AsyncIterable<Buffer>,
  see: (part: Buffer) => void,
): Promise<number> => {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let number = 0;
  const write = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    const content = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await pool.query('INSERT INTO import_parts (import_id, part, content) VALUES ($1, $2, $3)', [
      id,
      number,
      content,
    ]);
    number += 1;
  };
  for await (const part of file) {
    see(part);
    waiting.push(part);
    waitingBytes += part.length;
    bytes += part.length;
    if (waitingBytes >= partBytes) await write();
  }
  await write();
  return bytes;
};

/** A kept file, of which no more is in memory than is read at once. */
export const keptFile = async (db: Pool | ClientBase, id: string): Promise<KeptFile> => {
  const { rows: parts } = await db.query<{ part: number; bytes: number }>(
    'SELECT part, octet_length(content) AS bytes FROM import_parts WHERE import_id = $1 ORDER BY part',
    [id],
  );
  return {
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    async *read(start, end) {
      let before = 0;
      for (const { part, bytes } of parts) {
        const [from, to] = [Math.max(start - before, 0), Math.min(end - before, bytes)];
        before += bytes;
        if (from >= to) continue;
        const { rows } = await db.query<{ content: Buffer }>(
          `SELECT substring(content FROM $3 FOR $4) AS content FROM import_parts
            WHERE import_id = $1 AND part = $2`,
          [id, part, from + 1, to - from],
        );
        if (!rows[0]) return;
        yield rows[0].content;
      }
    },
  };
};
