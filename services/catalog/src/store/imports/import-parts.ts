import { inTransaction } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import type { ArchiveFiles, ProductArchive } from '../../usecases/imports/product-archive.ts';
import type { KeptFile } from '../../usecases/imports/table-file.ts';

const partBytes = 512 * 1024;

/** The table of an import, and the archive that it came in, if it did. */
const tables = { table: 'import_parts', archive: 'import_archive_parts' } as const;
type Part = keyof typeof tables;

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
export const keptFile = async (
  db: Pool | ClientBase,
  id: string,
  part: Part = 'table',
): Promise<KeptFile> => {
  const table = tables[part];
  const { rows: parts } = await db.query<{ part: number; bytes: number }>(
    `SELECT part, octet_length(content) AS bytes FROM ${table} WHERE import_id = $1 ORDER BY part`,
    [id],
  );
  return {
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    async *read(start, end) {
      let before = 0;
      for (const { part: number, bytes } of parts) {
        const [from, to] = [Math.max(start - before, 0), Math.min(end - before, bytes)];
        before += bytes;
        if (from >= to) continue;
        const { rows } = await db.query<{ content: Buffer }>(
          `SELECT substring(content FROM $3 FOR $4) AS content FROM ${table}
            WHERE import_id = $1 AND part = $2`,
          [id, number, from + 1, to - from],
        );
        if (!rows[0]) return;
        yield rows[0].content;
      }
    },
  };
};

/** What was kept as a table turns out to be the archive of one. */
export const keepAsArchive = (pool: Pool, id: string): Promise<void> =>
  inTransaction(pool, async (tx) => {
    await tx.query(
      `INSERT INTO import_archive_parts (import_id, part, content)
       SELECT import_id, part, content FROM import_parts WHERE import_id = $1`,
      [id],
    );
    await tx.query('DELETE FROM import_parts WHERE import_id = $1', [id]);
  });

/** The archive that an import came in; undefined where it came without one. @throws {ImportFileUnfit} */
export const keptArchive = async (
  db: Pool | ClientBase,
  archives: ArchiveFiles,
  id: string,
): Promise<ProductArchive | undefined> => {
  const file = await keptFile(db, id, 'archive');
  return file.bytes === 0 ? undefined : archives.open(file);
};
