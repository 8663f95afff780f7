import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf, shopifyFile, smock } from './test-imports.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
}, 60_000);
afterAll(() => catalog.close());

const umlauts = shopifyFile([
  { ...smock[0], Handle: 'boeenjacke', Title: 'Böenjacke', 'Variant SKU': 'BOEE-1' },
]);
const utf16 = (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le');

test.each<[string, Buffer]>([
  ['utf-8', Buffer.from(umlauts)],
  ['utf-8', Buffer.from(`\u{FEFF}${umlauts}`)],
  ['utf-16le', utf16(umlauts)],
  ['utf-16le', Buffer.from(umlauts, 'utf16le')],
  ['utf-16be', utf16(umlauts).swap16()],
  ['windows-1252', Buffer.from(umlauts, 'latin1')],
])('%s is found out', async (encoding, file) => {
  const one = await staff.uploaded(file);
  expect(one.settings).toMatchObject({ encoding, format: 'shopify' });
  expect(one.columns[0]).toBe('Handle');
  expect(one.sample[0]?.[1]).toBe('Böenjacke');
});

test('a wrong encoding is seen, read in another one, and what it broke is a fault', async () => {
  const one = await staff.uploaded(Buffer.from(umlauts, 'latin1'));
  const path = `${staff.imports}/${one.id}/reading`;
  const reading = { encoding: 'utf-8', delimiter: ',' };
  const { body: broken } = await staff.call('put', path).send(reading).expect(200);
  expect(broken.sample[0][1]).toBe('B\u{FFFD}enjacke');
  await staff.check(broken);
  expect(await staff.faults(one.id)).toMatchObject([{ row: 2, name: 'Title', code: 'text-broken' }]);
});

test('10,000 columns, a single one, no rows and no file are refused with the reason', async () => {
  const wide = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',');
  const { body } = await staff.upload(`${wide}\n${wide}`).expect(422);
  expect(body).toMatchObject({
    code: 'import-file-unfit',
    detail: 'Row 1 has 10000 columns, and 500 at most are taken',
  });
  expect((await staff.upload('just one\nvalue').expect(422)).body.code).toBe('import-file-unfit');
  expect((await staff.upload('').expect(400)).body.code).toBe('malformed-request');
  const empty = await staff.check(await staff.uploaded('Handle,Title,Variant Price\n'));
  expect(empty).toMatchObject({
    state: 'unreadable',
    trouble: 'It has no rows below the names of its columns',
  });
});

test('a quote that is never closed is said to be one', async () => {
  const { body } = await staff.upload(`${shopifyFile(smock)}\n"never closed,${'x'.repeat(2000)}`).expect(422);
  expect(body).toMatchObject({ code: 'import-file-unfit', detail: 'A quote is opened and never closed' });
});

test('a file that is too large is refused by its length before it is read, and where it has none while it is read', async () => {
  const { body } = await staff
    .call('post', `${staff.imports}?name=huge.csv`)
    .set('content-type', 'text/csv')
    .set('content-length', '5000000000')
    .send('a,b')
    .expect(413);
  expect(body).toMatchObject({ code: 'body-too-large', detail: 'A file has 200 MB at most' });
  const { rows } = await catalog.pool.query(`SELECT 1 FROM imports WHERE name = 'huge.csv'`);
  expect(rows).toEqual([]);
});

test.each<[string, string[], object]>([
  ['point', ['1,000.00', '12.50'], { decimal: 'point', faults: 0 }],
  ['comma', ['1.000,00', '12,50'], { decimal: 'comma', faults: 0 }],
  ['nothing', ['1,000', '2,000'], { decimal: null, faults: 2 }],
  ['both', ['1.000,00', '1,000.00'], { decimal: null, faults: 0 }],
])('prices that show %s as the decimal sign', async (_, prices, found) => {
  const file = shopifyFile(
    prices.map((price, at) => ({
      ...smock[0],
      Handle: `price-${at}`,
      'Variant SKU': `PRICE-${at}`,
      'Variant Price': price,
      'Variant Compare At Price': '',
    })),
  );
  const one = await staff.uploaded(file);
  expect((await staff.check(one)).found).toMatchObject(found);
  const said = await staff.check(one, { decimal: 'comma' });
  if (prices[0] === '1,000') {
    expect(await staff.faults(one.id)).toEqual([]);
    expect(said.found).toMatchObject({ decimal: 'comma', faults: 0 });
  }
});

test('an import that runs is not begun twice, one that was not checked is not begun, and one that is not there is 404', async () => {
  const one = await staff.uploaded(shopifyFile(smock));
  expect((await staff.call('post', `${staff.imports}/${one.id}/run`).expect(409)).body.code).toBe(
    'import-not-ready',
  );
  await staff.check(one);
  await staff.run(one.id);
  expect((await staff.call('post', `${staff.imports}/${one.id}/run`).expect(409)).body.code).toBe(
    'import-not-ready',
  );
  await staff.call('get', `${staff.imports}/0198c0de-0000-7000-8000-00000000ad01`).expect(404);
});
