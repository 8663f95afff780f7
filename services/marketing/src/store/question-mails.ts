import type { ClientBase, Pool } from 'pg';
import type { AskedAboutReads } from '../usecases/write-mail.ts';

interface Answered {
  readonly mailId: string;
  readonly questionId: string;
  readonly askerId: string;
  readonly itemId: number;
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
}

/** One for each question, whatever comes how often; none to who is gone. */
export const queueQuestionMails = async (tx: ClientBase, answered: readonly Answered[]): Promise<void> => {
  await tx.query({
    name: 'queue-question-mails',
    text: `INSERT INTO mails (id, kind, question_id, buyer_id, asked_item_id, correlation_id, traceparent)
           SELECT mail.id, 'question-answered', question_id, asker_id, item_id, correlation_id, traceparent
             FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[])
                  AS mail (id, question_id, asker_id, item_id, correlation_id, traceparent)
            WHERE NOT EXISTS (SELECT FROM users WHERE users.id = asker_id AND deleted)
           ON CONFLICT (question_id) WHERE question_id IS NOT NULL DO NOTHING`,
    values: [
      answered.map(({ mailId }) => mailId),
      answered.map(({ questionId }) => questionId),
      answered.map(({ askerId }) => askerId),
      answered.map(({ itemId }) => itemId),
      answered.map(({ correlationId }) => correlationId),
      answered.map(({ traceparent }) => traceparent ?? null),
    ],
  });
};

/** What is sold of a product that somebody asked about. */
export const createAskedAbout = (pool: Pool): AskedAboutReads => ({
  find: async (itemId) => {
    const { rows } = await pool.query<{
      name: string;
      names: Record<string, string> | null;
      slug: string;
      slugs: Record<string, string> | null;
      pictureUrl: string;
    }>(
      `SELECT name, names, slug, slugs, picture_url AS "pictureUrl" FROM stocked_items
        WHERE id = $1 AND active AND name IS NOT NULL AND slug IS NOT NULL`,
      [itemId],
    );
    if (!rows[0]) return undefined;
    const { names, slugs, ...item } = rows[0];
    return { ...item, ...(names && { names }), ...(slugs && { slugs }) };
  },
});
