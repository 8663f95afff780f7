import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { EncodedPicture, KeptPicture, PictureFiles, PictureStore } from '../usecases/pictures.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { prepared } from './prepared.ts';

interface PictureRow {
  readonly contentType: string;
  /** Absent where it is kept in a bucket. */
  readonly content: Buffer | null;
}

const findRow = async (pool: Pool, hash: string, width = 0): Promise<PictureRow | undefined> => {
  const { rows } = await answerOrUnavailable(
    pool.query<PictureRow>(
      prepared(
        `SELECT coalesce((SELECT sized.content FROM image_sizes AS sized WHERE sized.hash = images.hash AND width = $2),
                         content) AS content, content_type AS "contentType"
           FROM images WHERE hash = $1`,
        [hash, width],
      ),
    ),
  );
  return rows[0];
};

/** Pictures in the service's own database. */
export const createPictureStore = ({ pool }: { pool: Pool }): PictureStore => ({
  keep: ({ hash, contentType, usual, sizes }) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        await tx.query(
          'INSERT INTO images (hash, content, content_type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [hash, usual, contentType],
        );
        await tx.query(
          `INSERT INTO image_sizes (hash, width, content)
           SELECT $1, width, content FROM unnest($2::int[], $3::bytea[]) AS size (width, content)
           ON CONFLICT DO NOTHING`,
          [hash, sizes.map(({ width }) => width), sizes.map(({ content }) => content)],
        );
      }),
    ),
  find: async (hash, width) => {
    const row = await findRow(pool, hash, width);
    return row?.content ? { content: row.content, contentType: row.contentType } : undefined;
  },
});

const keyOf = (hash: string, width?: number): string => `pictures/${hash}/${width ?? 'usual'}.webp`;

/** Puts a picture into a bucket. Twice is as good as once: what is called by its content never changes. */
export const putPicture = async (files: PictureFiles, picture: EncodedPicture): Promise<void> => {
  const { hash, contentType, usual, sizes } = picture;
  await Promise.all([
    files.put(keyOf(hash), usual, contentType),
    ...sizes.map(({ width, content }) => files.put(keyOf(hash, width), content, contentType)),
  ]);
};

/**
 * Pictures in a bucket. Which ones there are stands in the database all the same, written when a picture is whole; one that
 * is in the database still is read from there.
 */
export const createBucketPictureStore = ({
  pool,
  files,
}: {
  pool: Pool;
  files: PictureFiles;
}): PictureStore => ({
  keep: async (picture) => {
    const { hash, contentType } = picture;
    if (await findRow(pool, hash)) return;
    await putPicture(files, picture);
    await answerOrUnavailable(
      pool.query('INSERT INTO images (hash, content_type) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        hash,
        contentType,
      ]),
    );
  },
  find: async (hash, width): Promise<KeptPicture | undefined> => {
    const row = await findRow(pool, hash, width);
    if (!row) return undefined;
    const { contentType } = row;
    if (row.content) return { content: row.content, contentType };
    const sized = width === undefined ? undefined : await files.get(keyOf(hash, width));
    const content = sized ?? (await files.get(keyOf(hash)));
    return content && { content, contentType };
  },
});
