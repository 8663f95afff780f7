import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct, ProductImport } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import sharp from 'sharp';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf, shopifyFile, smock } from './test-imports.ts';

const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#b22' } })
  .png()
  .toBuffer();
const asked: string[] = [];
let isAway = false;
const server: Server = createServer((req, res) => {
  const path = req.url ?? '';
  asked.push(path);
  if (path === '/there.png' || (path === '/later.png' && !isAway)) res.end(picture);
  else if (path === '/hop.png') res.writeHead(302, { location: '/there.png' }).end();
  else if (path === '/inside.png') res.writeHead(302, { location: 'http://127.0.0.2:1/secret' }).end();
  else if (path === '/round.png') res.writeHead(302, { location: '/round.png' }).end();
  else if (path === '/text.png') res.end('<svg onload="alert(1)"/>');
  else if (path === '/huge.png') for (let at = 0; at < 21; at += 1) res.write(Buffer.alloc(1_000_000));
  else res.writeHead(404).end();
});

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
let origin: string;
const start = async (allowed: string) => {
  catalog = await createTestCatalog([newItem(1)], { PICTURE_SOURCES_ALLOWED: allowed });
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
};
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await start('127.0.0.1');
}, 60_000);
afterAll(async () => {
  await catalog.close();
  server.closeAllConnections();
  server.close();
});

const fileWith = (handle: string, ...addresses: string[]): string =>
  shopifyFile(
    addresses.map((address, at) => ({
      ...(at === 0 ? smock[0] : {}),
      Handle: handle,
      ...(at === 0 && { 'Variant SKU': `${handle}-1` }),
      'Image Src': address,
      'Image Alt Text': `Shown ${at}`,
    })),
  );
const withPictures = async (id: string): Promise<ProductImport> => {
  let one: ProductImport | undefined;
  const isThere = async () => {
    one = await staff.read(id);
    return one.pictures?.waiting === 0;
  };
  await waitUntil(isThere, { describe: 'the pictures to be fetched', timeoutMs: 30_000 });
  return one as ProductImport;
};
const product = async (slug: string): Promise<AdminProduct> => {
  const { rows } = await catalog.pool.query<{ id: number }>('SELECT id FROM products WHERE slug = $1', [
    slug,
  ]);
  return (await staff.call('get', `/api/v1/admin/catalog/products/${rows[0]?.id}`).expect(200)).body;
};

test('pictures come by their addresses after the products, in the sizes of the shop; the same file fetches none again', async () => {
  const file = fileWith('pictured', `${origin}/hop.png`);
  const done = await withPictures((await staff.imported(file)).id);
  expect(done.pictures).toEqual({ products: 1, waiting: 0, failed: 0 });
  const made = await product('pictured');
  expect(made.media).toMatchObject([{ alt: 'Shown 0' }]);
  expect(made.variants[0]?.mediaId).toBe(made.media[0]?.id);
  await catalog.request.get(`${made.media[0]?.url}?w=400`).expect(200);
  const before = asked.length;
  const again = await staff.imported(file);
  expect(again).toMatchObject({ job: { unchanged: 1 } });
  expect(again.pictures).toBeUndefined();
  expect(asked).toHaveLength(before);
});

test('what cannot be had is noted beside its row, keeps no product back, and is fetched again on demand', async () => {
  isAway = true;
  const file = fileWith(
    'half-pictured',
    ...['/gone.png', '/text.png', '/round.png', '/huge.png', '/inside.png', '/later.png', '/there.png'].map(
      (path) => `${origin}${path}`,
    ),
  );
  const { id, job } = await staff.imported(file);
  expect(job).toMatchObject({ done: 1, failed: 0 });
  expect((await withPictures(id)).pictures).toMatchObject({ failed: 1 });
  expect((await product('half-pictured')).media).toMatchObject([{ alt: 'Shown 6' }]);
  expect(
    (await staff.faults(id)).map(({ row, code, detail, blocks }) => [row, code, detail, blocks]),
  ).toEqual([
    [2, 'picture-out-of-reach', 'Its server answers 404', false],
    [3, 'picture-unfit', 'JPEG, PNG and WebP are taken, and it is none of them', false],
    [4, 'picture-out-of-reach', 'It leads from one address to the next', false],
    [5, 'picture-out-of-reach', 'It has more than 20 MB', false],
    [6, 'picture-out-of-reach', 'It cannot be fetched from there', false],
    [7, 'picture-out-of-reach', 'Its server answers 404', false],
  ]);
  isAway = false;
  await staff.call('post', `${staff.imports}/${id}/run`).expect(202);
  await withPictures(id);
  // It is the same picture as that which is there already.
  expect((await product('half-pictured')).media).toHaveLength(1);
  expect(await staff.faults(id)).toHaveLength(5);
});

test('no private address is asked for a picture, by name or by number, and nothing tells why', async () => {
  await catalog.close();
  await start('');
  const { port } = server.address() as AddressInfo;
  const before = asked.length;
  const addresses = [
    `http://127.0.0.1:${port}/there.png`,
    `http://localhost:${port}/there.png`,
    `http://[::1]:${port}/there.png`,
    `http://[::ffff:127.0.0.1]:${port}/there.png`,
    `http://2130706433:${port}/there.png`,
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/there.png',
  ];
  const { id } = await staff.imported(fileWith('guarded', ...addresses));
  await withPictures(id);
  const faults = await staff.faults(id);
  expect(faults.map(({ detail }) => detail)).toEqual(addresses.map(() => 'It cannot be fetched from there'));
  expect(asked).toHaveLength(before);
}, 60_000);
