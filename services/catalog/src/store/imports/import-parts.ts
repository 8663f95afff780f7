import type { ClientBase, Pool } from 'pg';

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

/** A kept file, part by part. */
export async function* readParts(db: Pool | ClientBase, id: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const { rows } = await db.query<{ content: Buffer }>(
      'SELECT content FROM import_parts WHERE import_id = $1 AND part = $2',
      [id, number],
    );
    if (!rows[0]) return;
    yield rows[0].content;
  }
}
