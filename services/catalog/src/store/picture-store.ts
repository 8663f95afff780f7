import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { PictureStore } from '../usecases/pictures.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

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
});
