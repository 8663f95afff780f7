import { answerOr } from '@quayside/messaging';
import { inTransaction, postgresIsAway } from '@quayside/postgres';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { ClientBase, Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import {
  ItemInStock,
  ItemNotFound,
  StockLinkInvalid,
  StockRequestsUnavailable,
  TooManyStockRequests,
} from '../../domain/stock-request-errors.ts';
import { stockRequestsAtMost, unconfirmedAtMost } from '../../domain/stock-request.ts';
import { idIn, isProven, newLinkKey } from '../../usecases/mailed-links.ts';
import type { AskedFor, StockRequests } from '../../usecases/stock-requests.ts';
import { queueWhatIsBack } from './item-copy.ts';
import { removeRequests } from './remove-requests.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new StockRequestsUnavailable({ cause }));

type Item = AskedFor['item'];

/** Holds the item as it is until the end of the transaction, so that it does not come back in between. */
const holdItem = async (tx: ClientBase, itemId: number): Promise<Item & { canBeHad: boolean }> => {
  const { rows } = await tx.query<Item & { canBeHad: boolean }>(
    `SELECT id, slug, name, available > 0 AS "canBeHad" FROM stocked_items
      WHERE id = $1 AND active AND stock_version > 0 FOR SHARE`,
    [itemId],
  );
  if (!rows[0]) throw new ItemNotFound(itemId);
  return rows[0];
};

const holdSoldOut = async (tx: ClientBase, itemId: number): Promise<void> => {
  if ((await holdItem(tx, itemId)).canBeHad) throw new ItemInStock(itemId);
};

interface Held {
  readonly total: number;
  readonly unconfirmed: number;
}

/** Locked by the upsert before, so that what is counted stays so. */
const heldBy = async (tx: ClientBase, watcherId: string, butFor: number): Promise<Held> => {
  const { rows } = await tx.query<Held>(
    `SELECT count(*)::int AS total, (count(*) FILTER (WHERE confirmed_at IS NULL))::int AS unconfirmed
       FROM stock_requests WHERE watcher_id = $1 AND item_id <> $2`,
    [watcherId, butFor],
  );
  return rows[0] ?? { total: 0, unconfirmed: 0 };
};

const add = (
  tx: ClientBase,
  values: [id: string, watcherId: string, itemId: number, at: Date, confirmed: Date | null],
) =>
  tx.query(
    `INSERT INTO stock_requests (id, watcher_id, item_id, asked_at, confirmed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (watcher_id, item_id) DO NOTHING`,
    values,
  );

const ask = async (tx: ClientBase, accountId: string, itemId: number, at: Date): Promise<void> => {
  await holdSoldOut(tx, itemId);
  // Nobody asks for an account that was deleted a moment ago.
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO stock_watchers (id, account_id, link_key)
     SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM users WHERE id = $2 AND deleted)
     ON CONFLICT (account_id) DO UPDATE SET account_id = excluded.account_id RETURNING id`,
    [uuidv7(), accountId, newLinkKey()],
  );
  if (!rows[0]) return;
  if ((await heldBy(tx, rows[0].id, itemId)).total >= stockRequestsAtMost)
    throw new TooManyStockRequests(stockRequestsAtMost);
  await add(tx, [uuidv7(), rows[0].id, itemId, at, at]);
};

const askAsGuest = async (
  tx: ClientBase,
  { itemId, email, locale }: { itemId: number; email: string; locale: string },
  at: Date,
): Promise<void> => {
  await holdSoldOut(tx, itemId);
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO stock_watchers (id, email, locale, link_key) VALUES ($1, $2, $3, $4)
     ON CONFLICT (lower(email)) DO UPDATE SET email = stock_watchers.email RETURNING id`,
    [uuidv7(), email, locale, newLinkKey()],
  );
  const watcherId = rows[0]?.id ?? '';
  const held = await heldBy(tx, watcherId, itemId);
  if (held.total >= stockRequestsAtMost || held.unconfirmed >= unconfirmedAtMost) return;
  const requestId = uuidv7();
  const { rowCount } = await add(tx, [requestId, watcherId, itemId, at, null]);
  if (rowCount === 0) return;
  await tx.query(
    `INSERT INTO mails (id, kind, request_id, correlation_id, traceparent) VALUES ($1, 'stock-confirm', $2, $3, $4)`,
    [uuidv7(), requestId, currentCorrelationId(), currentTraceparent()],
  );
};

const confirm = async (tx: ClientBase, link: string, at: Date): Promise<Item> => {
  const { rows } = await tx.query<{ id: string; itemId: number; linkKey: string }>(
    `SELECT stock_requests.id, item_id AS "itemId", link_key AS "linkKey"
       FROM stock_requests JOIN stock_watchers ON stock_watchers.id = watcher_id
      WHERE stock_requests.id = $1 FOR NO KEY UPDATE OF stock_requests`,
    [idIn(link)],
  );
  const [request] = rows;
  if (!request || !isProven('confirm', link, request.linkKey)) throw new StockLinkInvalid();
  const { id, slug, name } = await holdItem(tx, request.itemId);
  await tx.query('UPDATE stock_requests SET confirmed_at = coalesce(confirmed_at, $2) WHERE id = $1', [
    request.id,
    at,
  ]);
  // It may have come back before whoever waits for it read the mail.
  await queueWhatIsBack(tx, [
    { itemId: id, correlationId: currentCorrelationId() ?? '', traceparent: currentTraceparent() },
  ]);
  return { id, slug, name };
};

const end = async (tx: ClientBase, link: string): Promise<void> => {
  const { rows } = await tx.query<{ linkKey: string }>(
    'SELECT link_key AS "linkKey" FROM stock_watchers WHERE id = $1 FOR UPDATE',
    [idIn(link)],
  );
  if (!rows[0]) {
    const { rowCount } = await tx.query('SELECT FROM stock_requests WHERE id = $1', [idIn(link)]);
    if (rowCount !== 0) throw new StockLinkInvalid();
    // Who is not known any more gets no mail either.
    return;
  }
  if (!isProven('end', link, rows[0].linkKey)) throw new StockLinkInvalid();
  await tx.query('DELETE FROM stock_watchers WHERE id = $1', [idIn(link)]);
};

/** @param onQueued called after a commit that may have queued a mail */
export const createStockRequests = ({
  pool,
  now,
  onQueued,
}: {
  pool: Pool;
  now: () => Date;
  onQueued: () => void;
}): StockRequests => {
  const within = async <T>(work: (tx: ClientBase) => Promise<T>): Promise<T> => {
    const result = await answerOrUnavailable(inTransaction(pool, work));
    onQueued();
    return result;
  };
  return {
    of: async (accountId) => {
      const { rows } = await answerOrUnavailable(
        pool.query<Item & { askedAt: Date }>(
          `SELECT item_id AS id, slug, name, asked_at AS "askedAt"
             FROM stock_watchers JOIN stock_requests ON watcher_id = stock_watchers.id
             JOIN stocked_items ON stocked_items.id = item_id
            WHERE account_id = $1 ORDER BY asked_at DESC, stock_requests.id`,
          [accountId],
        ),
      );
      return rows.map(({ askedAt, ...item }) => ({ item, askedAt }));
    },
    ask: (accountId, itemId) => within((tx) => ask(tx, accountId, itemId, now())),
    askAsGuest: (asked) => within((tx) => askAsGuest(tx, asked, now())),
    withdraw: (accountId, itemId) =>
      within(async (tx) => {
        const { rows } = await tx.query<{ id: string }>(
          'SELECT id FROM stock_watchers WHERE account_id = $1',
          [accountId],
        );
        if (rows[0]) await removeRequests(tx, [rows[0].id], 'item_id = $2', [itemId]);
      }),
    confirm: (link) => within((tx) => confirm(tx, link, now())),
    end: (link) => within((tx) => end(tx, link)),
  };
};
