import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testBucket, type TestBucket, type TestDatabase } from '@quayside/testkit';
import { createPictureBucket } from '../src/clients/picture-bucket.ts';
import { createBucketPictureStore, createPictureStore } from '../src/store/picture-store.ts';
import { movePictures } from '../src/store/move-pictures.ts';
import type { PictureFiles } from '../src/usecases/pictures.ts';
import { aPicture, pictureStoreConformance } from './picture-store-conformance.ts';
import { createTestCatalog, newItem, testCatalogDatabase } from './test-catalog.ts';

let bucket: TestBucket;
let files: PictureFiles & { close(): void };
let database: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [bucket, database, other] = await Promise.all([
    testBucket(),
    testCatalogDatabase([newItem(1)]),
    testCatalogDatabase([newItem(1)]),
  ]);
  files = createPictureBucket(bucket);
}, 180_000);
afterAll(async () => {
  files.close();
  await Promise.all([bucket.close(), database.drop(), other.drop()]);
});

pictureStoreConformance('in the database', () => createPictureStore({ pool: other.pool }));
pictureStoreConformance('in a bucket', () => createBucketPictureStore({ pool: database.pool, files }));

const inDatabase = async (pool = database.pool): Promise<number> =>
  (await pool.query('SELECT 1 FROM images WHERE content IS NOT NULL UNION ALL SELECT 1 FROM image_sizes'))
    .rowCount ?? 0;

describe('pictures of before', () => {
  test('are read from the database until they are moved, and from the bucket then', async () => {
    const [early, later] = [createPictureStore(database), createBucketPictureStore({ ...database, files })];
    const pictures = [aPicture(), aPicture(), aPicture()];
    for (const picture of pictures) await early.keep(picture);
    const read = async () =>
      Promise.all(pictures.map(async ({ hash }) => [await later.find(hash), await later.find(hash, 400)]));
    const before = await read();
    expect(before.flat()).not.toContain(undefined);

    let taken = 0;
    const breaking: PictureFiles = {
      ...files,
      put: async (...what) => {
        taken += 1;
        if (taken > 5) throw new Error('The bucket is away');
        await files.put(...what);
      },
    };
    await expect(movePictures({ pool: database.pool, files: breaking })).rejects.toThrow('away');
    expect(await read()).toEqual(before);
    const left = await inDatabase();
    expect(left).toBeGreaterThan(0);

    expect(await movePictures({ pool: database.pool, files })).toBeGreaterThan(0);
    expect(await inDatabase()).toBe(0);
    expect(await read()).toEqual(before);
    expect(await bucket.keys()).toContain(`pictures/${pictures[0]?.hash}/400.webp`);
    expect(await movePictures({ pool: database.pool, files })).toBe(0);
  });
});

test('a bucket that is out of reach makes the catalog unavailable, and does not hang', async () => {
  const away = createPictureBucket({ ...bucket, endpoint: 'http://127.0.0.1:9' });
  const store = createBucketPictureStore({ ...database, files: away });
  const picture = aPicture();
  await expect(store.keep(picture)).rejects.toMatchObject({ code: 'catalog-unavailable' });
  expect(await store.find(picture.hash)).toBeUndefined();
  away.close();
});

test('no path is made of a name that somebody gives: pictures are called by their content', async () => {
  const pool = database.pool;
  const store = createBucketPictureStore({ pool, files });
  await store.keep(aPicture());
  const ours = /^pictures\/[^/.]+\/(usual|\d+)\.webp$/;
  expect((await bucket.keys()).filter((key) => !ours.test(key))).toEqual([]);
  const catalog = await createTestCatalog([newItem(1)]);
  try {
    for (const name of [
      '..%2f..%2f..%2fetc%2fpasswd',
      '..%5c..%5cetc',
      'pictures%2fx',
      '0123456789abcdef%00',
    ])
      await catalog.request.get(`/api/v1/catalog/images/${name}`).expect(400);
  } finally {
    await catalog.close();
  }
});

test('the service serves from the bucket that its configuration names', async () => {
  const catalog = await createTestCatalog([newItem(1)], {
    PICTURE_BUCKET: bucket.bucket,
    PICTURE_BUCKET_ENDPOINT: bucket.endpoint,
    PICTURE_BUCKET_KEY_ID: 'test',
    PICTURE_BUCKET_SECRET: 'test',
  });
  try {
    const { rows } = await catalog.pool.query<{ hash: string; content: Buffer }>(
      'SELECT hash, content FROM images',
    );
    await movePictures({ pool: catalog.pool, files });
    expect(await inDatabase(catalog.pool)).toBe(0);
    const { hash, content } = rows[0] as (typeof rows)[0];
    const read = (path: string) => catalog.request.get(path).responseType('blob').expect(200);
    const one = await read(`/api/v1/catalog/images/${hash}`);
    expect([one.headers['content-type'], one.body]).toEqual(['image/webp', content]);
    expect((await read('/api/v1/catalog/items/1/picture')).body).toEqual(content);
    await catalog.request.get('/api/v1/catalog/images/ffffffffffffffff').expect(404);
  } finally {
    await catalog.close();
  }
});
