import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTransaction, runMigrations } from '@quayside/postgres';
import { testDatabase, type TestDatabase } from '@quayside/testkit';
import { announce } from '../src/messages/announce.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { createCatalogReads } from '../src/store/catalog-reads.ts';
import { createItemStore } from '../src/store/item-store.ts';
import { createKeptIndex } from '../src/store/product-index/kept-index.ts';
import { createSearches } from '../src/store/product-index/searches.ts';
import { createPictureStore } from '../src/store/picture-store.ts';
import { createReadCache } from '../src/store/read-cache.ts';
import { createStockFigures } from '../src/store/stock-figures.ts';
import { tellUntoldStock } from '../src/store/tell-untold-stock.ts';
import { changeItem } from '../src/usecases/change-item.ts';
import { outboxOf } from './test-catalog.ts';

const ofFirstRelease = ['0001-items', '0002-stock', '0003-change-feed', 'outbox'];
const orderId = '0198c0de-0000-7000-8000-000000000001';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const migrations = allMigrations.filter(({ name }) => ofFirstRelease.includes(name));
  expect(migrations.map(({ name }) => name)).toEqual(ofFirstRelease);
  await runMigrations(database.url, migrations);
  // An item edited at version 3 and sold twice since, one with a reservation under way, and one sold out.
  await database.pool.query(`
    INSERT INTO brands (id, slug, name) VALUES (1, 'hallvik', 'Hallvik');
    INSERT INTO types (id, slug, name) VALUES (1, 'bags', 'Bags');
    INSERT INTO items (id, sku, slug, name, description, brand_id, type_id, price_amount, price_currency, version, edited_version)
    VALUES (1, 'QS-1', 'one', 'One', 'The first.', 1, 1, 1000, 'USD', 5, 3),
           (2, 'QS-2', 'two', 'Two', 'The second.', 1, 1, 2000, 'USD', 2, 1),
           (3, 'QS-3', 'three', 'Three', 'The third.', 1, 1, 3000, 'USD', 11, 1);
    INSERT INTO stock (item_id, initial, received, sold, reserved) VALUES (1, 10, 5, 2, 0), (2, 10, 0, 0, 4), (3, 10, 0, 10, 0);
    INSERT INTO reservations (order_id, status, version) VALUES ('${orderId}', 'reserved', 1);
    INSERT INTO reservation_lines (order_id, item_id, quantity) VALUES ('${orderId}', 2, 4);
  `);
  await database.pool.query(`
    INSERT INTO pictures (item_id, content, content_type, hash)
    VALUES (1, 'one', 'image/webp', '00000000000000a1'), (2, 'same', 'image/webp', '00000000000000a2'),
           (3, 'same', 'image/webp', '00000000000000a2');
    UPDATE items SET picture_hash = pictures.hash FROM pictures WHERE item_id = id;
    UPDATE items SET active = false WHERE id = 3;
  `);
  await runMigrations(database.url, allMigrations);
});
afterAll(() => database.drop());

const tell = () => inTransaction(database.pool, (tx) => tellUntoldStock(tx, announce));

test('the stock of a catalog of the first release stays as it was, and is told once', async () => {
  const { rows } = await database.pool.query(
    'SELECT item_id, on_hand, reserved, sold, available FROM stock ORDER BY item_id',
  );
  expect(rows).toEqual([
    { item_id: 1, on_hand: 13, reserved: 0, sold: 2, available: 13 },
    { item_id: 2, on_hand: 10, reserved: 4, sold: 0, available: 6 },
    { item_id: 3, on_hand: 0, reserved: 0, sold: 10, available: 0 },
  ]);
  expect([await tell(), await tell()]).toEqual([3, 0]);
  const events = (await outboxOf(database.pool)).toSorted((a, b) => Number(a.subject) - Number(b.subject));
  expect(events.map(({ type, data }) => ({ type, data }))).toEqual(
    [13, 6, 0].map((available, at) => ({
      type: 'quayside.catalog.stock-changed.v1',
      data: { itemId: at + 1, available, version: 1 },
    })),
  );
});

test('an item of the first release goes on from the version it had', async () => {
  const items = createItemStore({ pool: database.pool, announce, onChange: () => undefined });
  const by = { id: 'test', name: 'Test' };
  const change = { itemId: 1, change: { name: 'One and only' }, by };
  await expect(changeItem(items, { ...change, expectedVersion: 3 })).rejects.toMatchObject({
    code: 'stale-version',
  });
  expect(await changeItem(items, { ...change, expectedVersion: 5 })).toMatchObject({
    name: 'One and only',
    version: 6,
    availableStock: 13,
  });
});

test('an item of the first release is a product with one variant of the same id, slug and picture', async () => {
  const figures = createStockFigures();
  const products = createKeptIndex({ pool: database.pool });
  const reads = createCatalogReads({
    now: () => new Date(),
    pool: database.pool,
    cache: createReadCache(),
    figures,
    products,
    searches: createSearches({ products }),
    pictures: createPictureStore({ pool: database.pool }),
  });
  expect(await reads.findProduct('two')).toMatchObject({
    id: 2,
    slug: 'two',
    name: 'Two',
    description: 'The second.',
    brand: { slug: 'hallvik' },
    categories: [{ id: 1, slug: 'bags', name: 'Bags' }],
    options: [],
    media: [{ url: '/api/v1/catalog/images/00000000000000a2', alt: 'Two' }],
    variants: [
      {
        itemId: 2,
        sku: 'QS-2',
        optionValues: [],
        price: { amount: 2000, currency: 'USD' },
        pictureUrl: '/api/v1/catalog/items/2/picture?v=00000000000000a2',
        availableStock: 6,
      },
    ],
  });
  expect((await reads.listItems({ page: 1, pageSize: 10, q: 'second' })).items).toMatchObject([{ id: 2 }]);
  expect(await reads.listProducts({ page: 1, pageSize: 10 })).toMatchObject({
    items: [
      { id: 1, availableStock: 13 },
      { id: 2, availableStock: 6 },
    ],
    facets: { categories: [{ slug: 'bags', count: 2 }], inStock: 2 },
  });
  expect((await reads.findPicture(3))?.content.toString()).toBe('same');
  expect((await reads.listItems({ page: 1, pageSize: 10 })).items.map(({ id }) => id)).toEqual([1, 2]);
  const { rows } = await database.pool.query(
    `SELECT nextval(pg_get_serial_sequence('products', 'id'))::int AS next, (SELECT count(*)::int FROM images) AS images`,
  );
  expect(rows).toEqual([{ next: 4, images: 2 }]);
});
