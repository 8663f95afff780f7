import type { ClientBase } from 'pg';
import type { Flow, ItemCopy } from '../../usecases/stock-requests.ts';

/** The newest of each is kept; rows are written in one order by everybody. */
const keepItemsSql = `
  INSERT INTO stocked_items AS kept (id, name, names, slug, slugs, picture_url, active, version)
  SELECT DISTINCT ON (id) id, name, names::jsonb, slug, slugs::jsonb, picture_url, active, version
    FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::int[])
         AS told (id, name, names, slug, slugs, picture_url, active, version)
   ORDER BY id, version DESC
  ON CONFLICT (id) DO UPDATE
     SET name = excluded.name, names = excluded.names, slug = excluded.slug, slugs = excluded.slugs, picture_url = excluded.picture_url,
         active = excluded.active, version = excluded.version
   WHERE kept.version < excluded.version
  RETURNING id`;

const keepStockSql = `
  INSERT INTO stocked_items AS kept (id, available, stock_version)
  SELECT DISTINCT ON (id) id, available, version
    FROM unnest($1::int[], $2::int[], $3::int[]) AS told (id, available, version)
   ORDER BY id, version DESC
  ON CONFLICT (id) DO UPDATE SET available = excluded.available, stock_version = excluded.stock_version
   WHERE kept.stock_version < excluded.stock_version
  RETURNING id`;

/** Of those who wait for what can be had: one mail each, however often it comes back before the mail is sent. */
const queueSql = `
  INSERT INTO mails (id, kind, request_id, correlation_id, traceparent)
  SELECT gen_random_uuid(), 'back-in-stock', waiting.id, correlation_id, traceparent
    FROM (SELECT DISTINCT ON (item_id) * FROM unnest($1::int[], $2::text[], $3::text[])
                 AS told (item_id, correlation_id, traceparent) ORDER BY item_id) AS told
    JOIN stocked_items ON stocked_items.id = told.item_id AND active AND available > 0
    JOIN stock_requests AS waiting ON waiting.item_id = told.item_id AND confirmed_at IS NOT NULL
     FOR KEY SHARE OF waiting
  ON CONFLICT (request_id, kind) WHERE request_id IS NOT NULL DO NOTHING`;

/** Queues mails to those who wait for one of these items, if it can be had. Whoever calls it holds the items' rows. */
export const queueWhatIsBack = async (
  tx: ClientBase,
  items: readonly ({ itemId: number } & Flow)[],
): Promise<void> => {
  await tx.query({
    name: 'queue-back-in-stock',
    text: queueSql,
    values: [
      items.map(({ itemId }) => itemId),
      items.map(({ correlationId }) => correlationId),
      items.map(({ traceparent }) => traceparent ?? null),
    ],
  });
};

/** The copy of items, in a transaction of the caller. */
export const itemsIn = (tx: ClientBase): ItemCopy => {
  const keep = async (
    sql: string,
    values: readonly unknown[],
    told: readonly ({ itemId: number } & Flow)[],
  ) => {
    const { rows } = await tx.query<{ id: number }>(sql, [...values]);
    const changed = new Set(rows.map(({ id }) => id));
    const news = told.filter(({ itemId }) => changed.has(itemId));
    if (news.length > 0) await queueWhatIsBack(tx, news);
  };
  return {
    keepItems: (items) =>
      keep(
        keepItemsSql,
        [
          items.map(({ id }) => id),
          items.map(({ name }) => name),
          items.map(({ names }) => (names ? JSON.stringify(names) : null)),
          items.map(({ slug }) => slug),
          items.map(({ slugs }) => (slugs ? JSON.stringify(slugs) : null)),
          items.map(({ pictureUrl }) => pictureUrl),
          items.map(({ active }) => active),
          items.map(({ version }) => version),
        ],
        items.map(({ id: itemId, ...item }) => ({ ...item, itemId })),
      ),
    keepStock: (figures) =>
      keep(
        keepStockSql,
        [
          figures.map(({ itemId }) => itemId),
          figures.map(({ available }) => available),
          figures.map(({ version }) => version),
        ],
        figures,
      ),
  };
};
