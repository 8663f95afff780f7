import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import sharp from 'sharp';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-pictures-'));
  catalog = await createTestCatalog([newItem(1)]);
  admin = `Bearer ${await catalog.minter.admin()}`;
});
afterAll(async () => {
  await catalog.close();
  await rm(folder, { recursive: true });
});
afterEach(() => catalog.pool.query('DELETE FROM outbox'));

const products = '/api/v1/admin/catalog/products';
const draft = async (slug: string): Promise<AdminProduct> => {
  const body = { slug, name: slug, brandId: 1, categoryId: 3 };
  return (await catalog.request.post(products).set('authorization', admin).send(body).expect(201)).body;
};
const upload = (id: number, file: Buffer, { type = 'image/jpeg', alt = 'A jacket' } = {}) =>
  catalog.request
    .post(`${products}/${id}/media?alt=${encodeURIComponent(alt)}`)
    .set('authorization', admin)
    .set('content-type', type)
    .send(file);
const put = ({ id, version }: AdminProduct, body: object) =>
  catalog.request
    .put(`${products}/${id}`)
    .set('authorization', admin)
    .set('if-match', `"v${version}"`)
    .send(body);
const blank = (width: number, height: number, background = '#0a6') =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
/** Two halves, so that it can be seen which way is up. */
const halves = blank(2000, 1000, '#f00').composite([
  { input: { create: { width: 1000, height: 1000, channels: 3, background: '#00f' } }, left: 1000, top: 0 },
]);

const imageOf = (url: string, width?: number) =>
  catalog.request
    .get(`${url}${width ? `?w=${width}` : ''}`)
    .responseType('blob')
    .expect(200);
const pictureOf = async (url: string, width?: number) => {
  const { body, headers } = await imageOf(url, width);
  const { format, width: wide, height, exif, icc } = await sharp(body as Buffer).metadata();
  return { format, wide, height, exif, icc, type: headers['content-type'] };
};

describe('what a picture shows', () => {
  test('is said in German on German pages, where it was written, and stays when nothing is said of it', async () => {
    const made = await draft('described');
    const { body } = await upload(made.id, await blank(40, 40).jpeg().toBuffer()).expect(200);
    const [picture] = (body as AdminProduct).media;
    expect(picture?.alts).toEqual({ de: null });
    const media = [{ id: picture?.id, alt: 'A jacket', alts: { de: 'Eine Jacke' } }];
    const written: AdminProduct = (await put(body as AdminProduct, { media }).expect(200)).body;
    expect(written.media).toMatchObject([{ alt: 'A jacket', alts: { de: 'Eine Jacke' } }]);
    const kept = await put(written, { media: [{ id: picture?.id, alt: 'The jacket' }] }).expect(200);
    expect(kept.body.media).toMatchObject([{ alt: 'The jacket', alts: { de: 'Eine Jacke' } }]);
    await catalog.pool.query(`UPDATE products SET status = 'active' WHERE id = $1`, [made.id]);
    const shown = async (language: string) =>
      (await catalog.request.get(`/api/v1/catalog/products/described?language=${language}`).expect(200)).body
        .media[0].alt;
    expect([await shown('de'), await shown('en')]).toEqual(['Eine Jacke', 'The jacket']);
    await put(kept.body, { media: [{ id: picture?.id, alt: 'A jacket', alts: { de: '' } }] }).expect(400);
  });
});

describe('an uploaded picture', () => {
  test('is made anew in three widths, upright, without what the camera wrote', async () => {
    const { id } = await draft('with-picture');
    const file = await halves
      .clone()
      .withExif({ IFD0: { Copyright: 'Ada' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    const turned = await sharp(file).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(turned).metadata()).exif).toBeDefined();
    const { body } = await upload(id, turned).expect(200);
    const [media] = (body as AdminProduct).media;
    expect(media).toMatchObject({ alt: 'A jacket' });
    const url = media?.url ?? '';
    const bare = { format: 'webp', exif: undefined, icc: undefined, type: 'image/webp' };
    expect(await pictureOf(url, 400)).toEqual({ ...bare, wide: 200, height: 400 });
    expect(await pictureOf(url)).toEqual({ ...bare, wide: 400, height: 800 });
    expect(await pictureOf(url, 1600)).toEqual({ ...bare, wide: 800, height: 1600 });
    const { data } = await sharp((await imageOf(url)).body as Buffer)
      .extract({ left: 200, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Turned clockwise the left half is on top.
    expect(data[0]).toBeGreaterThan(200);
    const { headers } = await catalog.request.get(`${url}?w=400`).expect(200);
    expect(headers['cache-control']).toContain('immutable');
    await catalog.request
      .get(`${url}?w=400`)
      .set('if-none-match', headers['etag'] ?? '')
      .expect(304);
    await catalog.request.get(`${url}?w=500`).expect(400);
  });

  test('is shown in the shop with its widths, and by the variants that had none', async () => {
    const made = await draft('shown');
    const variants = [{ sku: 'SHOWN-1', prices: [{ currency: 'USD', amount: 500 }] }];
    const { body: ready } = await put(made, { description: 'x', variants }).expect(200);
    const { body } = await upload(ready.id, await blank(900, 900).png().toBuffer(), { type: 'image/png' });
    const [variant] = (body as AdminProduct).variants;
    expect(variant?.mediaId).toBe(body.media[0].id);
    const [told] = (await catalog.outbox()).slice(-1);
    expect(told?.data).toMatchObject({ id: variant?.itemId, pictureUrl: expect.stringContaining('?v=') });
    await catalog.request
      .put(`${products}/${ready.id}/status`)
      .set('authorization', admin)
      .set('if-match', `"v${body.version}"`)
      .send({ status: 'active' })
      .expect(200);
    const { body: shown } = await catalog.request.get('/api/v1/catalog/products/shown').expect(200);
    expect(shown.media).toEqual([{ url: body.media[0].url, alt: 'A jacket', widths: [400, 800, 1600] }]);
    const { body: others } = await catalog.request.get('/api/v1/catalog/products/item-1').expect(200);
    expect(others.media[0]).not.toHaveProperty('widths');
  });

  test('is added once however often it is sent, put into order, described and taken away', async () => {
    const { id } = await draft('ordered');
    const red = await blank(20, 20, '#f00').webp().toBuffer();
    await upload(id, red, { type: 'image/webp', alt: 'Red' }).expect(200);
    await upload(id, await blank(20, 20, '#00f').png().toBuffer(), { type: 'image/png', alt: 'Blue' });
    const { body: same } = await upload(id, red, { type: 'image/webp', alt: 'Red again' }).expect(200);
    const two = same as AdminProduct;
    expect(two.media.map(({ alt }) => alt)).toEqual(['Red', 'Blue']);
    const turned = [...two.media].reverse().map(({ id: mediaId, alt }) => ({ id: mediaId, alt: `${alt}!` }));
    const { body: ordered } = await put(two, { media: turned }).expect(200);
    expect(ordered.media).toMatchObject([{ alt: 'Blue!' }, { alt: 'Red!' }]);
    const { body: one } = await put(ordered, { media: turned.slice(1) }).expect(200);
    expect(one.media).toMatchObject([{ alt: 'Red!' }]);
  });

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>');
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');
  test.each<[number, string, string, () => Promise<Buffer> | Buffer, string?]>([
    [422, 'picture-unfit', 'an SVG', () => svg],
    [422, 'picture-unfit', 'a GIF', () => gif],
    [422, 'picture-unfit', 'text', () => Buffer.from('no picture')],
    [422, 'picture-unfit', 'a PDF', () => Buffer.from('%PDF-1.7 and more')],
    [422, 'picture-unfit', 'a head without a body', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    [
      422,
      'picture-unfit',
      'half of one',
      async () => (await halves.clone().jpeg().toBuffer()).subarray(0, 3000),
    ],
    [422, 'picture-too-large', '132 million pixels', () => blank(12_000, 11_000).png().toBuffer()],
    [422, 'picture-too-large', '30 million to be decoded at once', () => blank(6000, 5000).webp().toBuffer()],
    [413, 'body-too-large', 'a file too large', () => Buffer.alloc(20_000_001, 1)],
    [415, 'unsupported-media-type', 'a type that is not taken', () => svg, 'image/svg+xml'],
    [400, 'malformed-request', 'nothing', () => Buffer.alloc(0)],
  ])('answers %s %s to %s, with nothing kept', async (status, code, _what, file, type = 'image/jpeg') => {
    const { id, version } = await draft(`refused-${Math.random().toString(36).slice(2)}`);
    const images = async () => (await catalog.pool.query('SELECT 1 FROM images')).rowCount;
    const before = await images();
    const answer = await upload(id, await file(), { type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await images()).toBe(before);
    const { body } = await catalog.request.get(`${products}/${id}`).set('authorization', admin);
    expect(body).toMatchObject({ media: [], version });
  });

  test('is asked a text and a product', async () => {
    const file = await blank(9, 9).png().toBuffer();
    expect((await upload(1, file, { alt: ' ' }).expect(400)).body.code).toBe('malformed-request');
    expect((await upload(999, file).expect(404)).body.code).toBe('product-not-found');
  });
});

test.each([
  ['JPEG', () => blank(10_000, 10_000).jpeg().toBuffer()],
  ['PNG', () => blank(10_000, 10_000).png().toBuffer()],
])(
  'a %s of 100 million pixels is encoded in less than half the memory that it would take decoded',
  async (kind, make) => {
    const file = join(folder, kind);
    await writeFile(file, await make());
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'encode-process.ts'),
      file,
    ]);
    const { grownKb, sizes } = JSON.parse(stdout) as { grownKb: number; sizes: number };
    expect(sizes).toBe(3);
    // Decoded it is 300 MB.
    expect(grownKb).toBeLessThan(150_000);
  },
);
