import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AdminProduct, ProductImport } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';
import { archive, textRows, workbook } from './test-workbook.ts';

const png = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
const [red, blue, green] = await Promise.all([png('#b22'), png('#22b'), png('#2b2')]);

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
}, 60_000);
afterAll(() => catalog.close());

const product = async (slug: string): Promise<AdminProduct> => {
  const { rows } = await catalog.pool.query<{ id: number }>('SELECT id FROM products WHERE slug = $1', [
    slug,
  ]);
  return (await staff.call('get', `/api/v1/admin/catalog/products/${rows[0]?.id}`).expect(200)).body;
};
const withPictures = async (id: string): Promise<ProductImport> => {
  let one: ProductImport | undefined;
  const isThere = async () => {
    one = await staff.read(id);
    return one.pictures?.waiting === 0;
  };
  await waitUntil(isThere, { describe: 'the pictures to be there', timeoutMs: 30_000 });
  return one as ProductImport;
};
const table = (slug: string, ...pictures: string[]) =>
  [
    'slug,name,brand,category,sku,price usd,pictures',
    `${slug},Mug ${slug},Hallvik,Bags,${slug}-1,9.50,"${pictures.join('\n')}"`,
  ].join('\n');

describe('an archive of a table and pictures', () => {
  test('is imported with its pictures, by path, by name and in any case, in the sizes of the shop', async () => {
    const file = await archive({
      'goods/table.csv': table('zipped', 'Pictures/RED.png', 'blue.png', 'green.png', 'none.png'),
      'goods/pictures/red.png': red,
      'goods/pictures/blue.png': blue,
      'elsewhere/green.png': green,
      ...{ 'readme.txt': 'Hello', '__MACOSX/goods/._table.csv': 'x', 'goods/.DS_Store': 'x' },
    });
    const one = await staff.uploaded(file, 'goods.zip');
    expect(one.settings).toMatchObject({ format: 'custom', encoding: 'utf-8', delimiter: ',' });
    const checked = await staff.check(one);
    expect(checked.found).toMatchObject({ products: 1, faulty: 0, faults: 1 });
    expect(await staff.faults(one.id)).toMatchObject([
      { code: 'picture-unfit', value: 'none.png', blocks: false, detail: expect.stringContaining('archive') },
    ]);
    await staff.run(one.id);
    expect((await withPictures(one.id)).pictures).toEqual({ products: 1, waiting: 0, failed: 0 });
    const { media } = await product('zipped');
    expect(media).toHaveLength(3);
    await catalog.request.get(`${media[0]?.url}?w=400`).expect(200).expect('content-type', 'image/webp');
    // The same file again changes nothing.
    const again = await staff.imported(file, {}, 'goods.zip');
    expect(again.job).toMatchObject({ unchanged: 1 });
    await withPictures(again.id);
    expect((await product('zipped')).media).toEqual(media);
  });

  test('may have a workbook for a table, and a picture that is none is noted beside its row', async () => {
    const sheet = await workbook({
      sheets: {
        Goods: textRows(
          ['slug', 'name', 'brand', 'category', 'sku', 'price usd', 'pictures'],
          ['booked', 'Mug', 'Hallvik', 'Bags', 'booked-1', '5', 'a.png|b.png'],
        ),
      },
    });
    const file = await archive({ 'goods.xlsx': sheet, 'a.png': red, 'b.png': 'no picture' });
    const one = await staff.uploaded(file, 'goods.zip');
    expect(one.settings.sheet).toBe('Goods');
    await staff.check(one);
    await staff.run(one.id);
    expect((await withPictures(one.id)).pictures).toMatchObject({ failed: 1 });
    expect((await product('booked')).media).toHaveLength(1);
    expect(await staff.faults(one.id)).toMatchObject([{ code: 'picture-unfit', row: 2, blocks: false }]);
  });
});

const many = async (count: number): Promise<Buffer> => {
  const zip = new ZipFile();
  for (let at = 0; at < count; at += 1) zip.addBuffer(Buffer.alloc(0), `${at}.png`, { compress: false });
  zip.addBuffer(Buffer.from(table('many')), 'table.csv');
  zip.end();
  return buffer(zip.outputStream as Readable);
};
/** With a name of a file changed to another one as long. */
const renamed = async (from: string, to: string): Promise<Buffer> => {
  const file = await archive({ 'table.csv': table('renamed'), [from]: red });
  return Buffer.from(file.toString('latin1').replaceAll(from, to), 'latin1');
};
const csv = Buffer.from(table('refused'));

describe('an archive is refused that', () => {
  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ['holds no table', () => archive({ 'a.png': red }), /has no table/],
    ['holds several', () => archive({ 'a.csv': csv, 'b.csv': csv }), /several tables, a.csv and b.csv/],
    [
      'holds another one',
      async () => archive({ 'a.csv': csv, 'b.zip': await archive({ c: 'd' }) }),
      /another one, b.zip/,
    ],
    ['leads out of itself', () => renamed('aa/a.png', '../a.png'), /leads out of it/],
    ['is of a root', () => renamed('aa/a.png', '//aa.png'), /leads out of it/],
    ['holds a file twice', () => renamed('table.cs2', 'table.csv'), /table.csv twice/],
    [
      'unpacks to a huge picture',
      () => archive({ 'a.csv': csv, 'a.png': Buffer.alloc(21_000_000) }),
      /a.png unpacks to more than 20 MB/,
    ],
    [
      'unpacks to a huge table',
      () => archive({ 'a.csv': Buffer.alloc(61_000_000, 'a,b\n') }),
      /a.csv unpacks to more than 60 MB/,
    ],
    ['holds more than 10,000 files', () => many(10_000), /more than 10,000 files/],
    ['breaks off', async () => (await archive({ 'a.csv': csv, 'a.png': red })).subarray(0, -30), /broken/],
  ])('%s', async (_, make, words) => {
    const { body } = await staff.upload(await make(), 'goods.zip').expect(422);
    expect(body).toMatchObject({ code: 'import-file-unfit', detail: expect.stringMatching(words) });
    const { rows } = await catalog.pool.query(
      'SELECT 1 FROM import_archive_parts JOIN imports ON imports.id = import_id WHERE state = $1',
      ['uploading'],
    );
    expect(rows).toEqual([]);
  });

  test('says of a picture that it is smaller than it is has that picture left out', async () => {
    const file = await archive({ 'table.csv': table('lying', 'a.png'), 'a.png': Buffer.alloc(3_000_000, 7) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(3_000);
    const lying = Buffer.from(
      file.toString('latin1').replaceAll(size.toString('latin1'), small.toString('latin1')),
      'latin1',
    );
    const one = await staff.uploaded(lying, 'goods.zip');
    await staff.check(one);
    await staff.run(one.id);
    expect((await withPictures(one.id)).pictures).toMatchObject({ failed: 1 });
    expect((await product('lying')).media).toEqual([]);
  });
});
