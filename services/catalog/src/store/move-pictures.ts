import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { PictureFiles } from '../usecases/pictures.ts';
import { putPicture } from './picture-store.ts';

interface KeptRow {
  readonly hash: string;
  readonly contentType: string;
  readonly usual: Buffer;
}

/**
 * Moves the pictures that are in the database into a bucket, one after the other: it leaves the database once it is in the
 * bucket, and one that breaks off goes on where it was.
 *
 * @param onMoved told after each how many were moved
 */
export const movePictures = async (
  { pool, files }: { pool: Pool; files: PictureFiles },
  onMoved: (moved: number) => void = () => undefined,
): Promise<number> => {
  let after = '';
  for (let moved = 0; ; moved += 1) {
    const { rows } = await pool.query<KeptRow>(
      `SELECT hash, content_type AS "contentType", content AS usual FROM images
        WHERE hash > $1 AND content IS NOT NULL ORDER BY hash LIMIT 1`,
      [after],
    );
    const [picture] = rows;
    if (!picture) return moved;
    const { hash } = picture;
    const sizes = await pool.query<{ width: number; content: Buffer }>(
      'SELECT width, content FROM image_sizes WHERE hash = $1',
      [hash],
    );
    await putPicture(files, { ...picture, sizes: sizes.rows });
    await inTransaction(pool, async (tx) => {
      await tx.query('UPDATE images SET content = NULL WHERE hash = $1', [hash]);
      await tx.query('DELETE FROM image_sizes WHERE hash = $1', [hash]);
    });
    after = hash;
    onMoved(moved + 1);
  }
};
