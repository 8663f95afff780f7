import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import { mailedLink } from '../../usecases/mailed-links.ts';
import type { WaitedForReads } from '../../usecases/stock-requests.ts';

interface WaitedForRow {
  id: number;
  slug: string;
  name: string;
  names: Record<string, string> | null;
  slugs: Record<string, string> | null;
  pictureUrl: string;
  watcherId: string;
  accountId: string | null;
  email: string | null;
  locale: string | null;
  linkKey: string;
}

export const createWaitedFor = (pool: Pool): WaitedForReads => ({
  find: async (requestId) => {
    const { rows } = await pool.query<WaitedForRow>(
      `SELECT item_id AS id, slug, slugs, name, names, picture_url AS "pictureUrl", stock_watchers.id AS "watcherId",
              account_id AS "accountId", email, locale, link_key AS "linkKey"
         FROM stock_requests JOIN stock_watchers ON stock_watchers.id = watcher_id
         JOIN stocked_items ON stocked_items.id = item_id
        WHERE stock_requests.id = $1`,
      [requestId],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { watcherId, accountId, email, locale, linkKey, names, slugs, ...item } = row;
    return {
      item: { ...item, ...(names && { names }), ...(slugs && { slugs }) },
      watcher: accountId === null ? { address: email ?? '', locale: locale ?? 'en' } : { accountId },
      links: {
        confirm: mailedLink('confirm', requestId, linkKey),
        end: mailedLink('end', watcherId, linkKey),
      },
    };
  },
});

/**
 * Whether what a mail tells is so yet: what sold out again is waited for further. The item is held meanwhile, so that it
 * does not come back between the look and the end of this mail.
 */
export const isStillBack = (pool: Pool, mailId: string): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ isBack: boolean }>(
      `SELECT active AND available > 0 AS "isBack"
         FROM mails JOIN stock_requests ON stock_requests.id = request_id
         JOIN stocked_items ON stocked_items.id = item_id
        WHERE mails.id = $1 FOR SHARE OF stocked_items`,
      [mailId],
    );
    if (rows[0]?.isBack) return true;
    await tx.query('DELETE FROM mails WHERE id = $1', [mailId]);
    return false;
  });
