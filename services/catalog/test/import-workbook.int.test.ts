import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';
import { archive, textCell, textRows, workbook, workbookParts } from './test-workbook.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newItem(2)]);
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

const head = [
  'Handle',
  'Title',
  'Vendor',
  'Type',
  'Variant SKU',
  'Variant Inventory Qty',
  'Variant Price',
  'Status',
];
const headRow = `<row r="3">${head.map(textCell).join('')}</row>`;

test('a workbook becomes products: cached values of formulas, numbers and texts as a shop means them', async () => {
  const file = await workbook({
    texts:
      '<sst><si><t>00123</t></si><si><r><t>Rich </t></r><r><t>lamp &amp; co</t></r><rPh><t>x</t></rPh></si></sst>',
    styles:
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    sheets: {
      Notes: textRows(['Nothing to see here']),
      Products:
        headRow +
        `<row r="4">${textCell('rich-lamp')}<c t="s"><v>1</v></c>${textCell('Skerry')}${textCell('Lamps')}` +
        '<c t="s"><v>0</v></c><c><f>3+4</f><v>7</v></c><c><v>19.899999999999999</v></c><c t="str"><f>"act"</f><v>active</v></c></row>' +
        '<row r="9"><c r="A9" t="inlineStr"><is><t>padded</t></is></c><c r="B9" t="inlineStr"><is><t>Padded</t></is></c>' +
        `<c r="C9" t="inlineStr"><is><t>Skerry</t></is></c><c r="D9" t="inlineStr"><is><t>Lamps</t></is></c>` +
        '<c r="E9" s="1"><v>77</v></c><c r="G9"><v>1299</v></c></row>',
    },
  });
  const one = await staff.uploaded(file, 'from-excel.xlsx');
  expect(one).toMatchObject({
    sheets: ['Notes', 'Products'],
    settings: { sheet: 'Products', format: 'shopify' },
    columns: head,
    sample: [
      ['rich-lamp', 'Rich lamp & co', 'Skerry', 'Lamps', '00123', '7', '19.9', 'active'],
      expect.anything(),
    ],
  });
  expect((await staff.check(one)).found).toMatchObject({ rows: 2, products: 2, faults: 0 });
  expect((await staff.run(one.id)).job).toMatchObject({ done: 2, failed: 0 });
  expect(await product('rich-lamp')).toMatchObject({
    status: 'active',
    variants: [{ sku: '00123', onHand: 7, prices: [{ amount: 1990 }] }],
  });
  expect(await product('padded')).toMatchObject({
    variants: [{ sku: '00077', prices: [{ amount: 129_900 }] }],
  });
});

test('formulas without a value, and prices that could be a thousand, are faults of their cells', async () => {
  const row = (handle: string, price: string) =>
    `<row>${['Handle', handle, 'Skerry', 'Lamps', `${handle}-1`, '1'].map((text, at) => textCell(at === 0 ? handle : text)).join('')}${price}</row>`;
  const one = await staff.uploaded(
    await workbook({
      sheets: {
        One:
          textRows(head) +
          row('no-value', '<c><f>A1*2</f></c>') +
          row('an-error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
          row('three-decimals', '<c><v>1.299</v></c>'),
      },
    }),
  );
  await staff.check(one);
  expect(await staff.faults(one.id)).toMatchObject([
    { row: 2, name: 'Variant Price', value: '#CALC!', code: 'formula-without-value' },
    { row: 3, name: 'Variant Price', value: '#DIV/0!', code: 'formula-without-value' },
    {
      row: 4,
      name: 'Variant Price',
      code: 'price-unfit',
      detail: '"1.2990" has more decimals than USD has: 2',
    },
  ]);
});

test('another sheet is chosen, hidden ones are not shown, and what is no sheet of it is refused', async () => {
  const table = textRows(['slug', 'name', 'price usd'], ['sheet-two', 'Of the second', '5.00']);
  const one = await staff.uploaded(
    await workbook({
      sheets: { First: textRows(['slug', 'name'], ['a', 'b']), Secret: table, Second: table },
      hidden: ['Secret'],
    }),
  );
  expect(one).toMatchObject({ sheets: ['First', 'Second'], settings: { sheet: 'First' } });
  const reading = `${staff.imports}/${one.id}/reading`;
  const { body } = await staff.call('put', reading).send({ sheet: 'Second' }).expect(200);
  expect(body).toMatchObject({ settings: { sheet: 'Second' }, columns: ['slug', 'name', 'price usd'] });
  await staff.call('put', reading).send({ sheet: 'Secret' }).expect(422);
  const asText = await staff.call('put', reading).send({ encoding: 'utf-8', delimiter: ',' }).expect(422);
  expect(asText.body.detail).toBe('It is a workbook: choose a sheet');
  await staff.call('put', reading).send({ sheet: 'Second', delimiter: ',' }).expect(400);
});

const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from(name, 'utf16le')]);
const withOf = async (parts: Record<string, string>) =>
  archive({ ...workbookParts({ sheets: { A: '' } }), ...parts });

test.each<[string, () => Promise<Buffer>, RegExp]>([
  ['a password', async () => compound('EncryptedPackage'), /protected by a password/],
  ['.xls', async () => compound('Workbook'), /\(\.xls\): save it as \.xlsx/],
  ['.ods', () => archive({ mimetype: 'x', 'content.xml': '<x/>' }), /\(\.ods\): save it as \.xlsx/],
  ['.xlsb', () => withOf({ 'xl/workbook.bin': 'x' }), /\(\.xlsb\)/],
  ['an archive of pictures', () => archive({ 'a.jpg': 'x' }), /archive has no table/],
  ['a PDF', async () => Buffer.from('%PDF-1.7\n1,2\n'), /PDF/],
  ['a zip cut in half', async () => (await withOf({})).subarray(0, 400), /file is broken/],
  ['zip that is none', async () => Buffer.from('PK\u{3}\u{4} and nothing else'), /file is broken/],
  ['XML that is none', () => withOf({ 'xl/workbook.xml': '<workbook><sheets>' }), /workbook is broken/],
  ['no rows', () => workbook({ sheets: { A: '' } }), /It has no rows/],
  [
    '501 columns',
    () => workbook({ sheets: { A: textRows(['a', 'b']) + '<row><c r="SG2"><v>1</v></c></row>' } }),
    /501 columns/,
  ],
  [
    'entities that grow',
    () => withOf({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "cc">]><worksheet/>' }),
    /document type/,
  ],
])('%s is refused with words for it, and nothing of it is kept', async (_, file, words) => {
  const { body } = await staff.upload(await file(), 'refused.xlsx').expect(422);
  expect(body.code).toBe('import-file-unfit');
  expect(body.detail).toMatch(words);
  const { rows } = await catalog.pool.query(`SELECT 1 FROM imports WHERE name = 'refused.xlsx'`);
  expect(rows).toEqual([]);
});

test('a bomb is refused by what it says it unpacks to, and one that lies by what it does', async () => {
  const bomb = await withOf({ 'xl/worksheets/sheet1.xml': 'x'.repeat(400_000_001) });
  expect(bomb.length).toBeLessThan(1_000_000);
  const { body } = await staff.upload(bomb).expect(422);
  expect(body.detail).toBe('It unpacks to more than 400 MB');
  // How large an entry is unpacked stands in the central directory, 24 bytes into its record.
  const liar = Buffer.from(bomb);
  for (let at = liar.indexOf('PK\u{1}\u{2}'); at !== -1; at = liar.indexOf('PK\u{1}\u{2}', at + 4)) {
    if (liar.readUInt32LE(at + 24) > 1_000_000) liar.writeUInt32LE(1000, at + 24);
  }
  expect((await staff.upload(liar).expect(422)).body.detail).toMatch(/workbook is broken/);
}, 60_000);

test('products as a workbook come back as they were, SKUs with zeros before them among them', async () => {
  await staff.imported(
    'slug,name,brand,category,description,sku,price usd,price eur\n' +
      'zeros,=SUM(A1),Hallvik,Jackets,"two\nlines _x0041_",00042,19.99,18.50\n',
  );
  const before = await product('zeros');
  const answer = await staff
    .call('get', '/api/v1/admin/catalog/products.xlsx')
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  expect(answer.headers['content-disposition']).toMatch(/products-\d{4}-\d\d-\d\d\.xlsx/);
  const one = await staff.uploaded(answer.body as Buffer, 'again.xlsx');
  expect(one.settings).toMatchObject({ format: 'quayside', sheet: 'Products' });
  const { found } = await staff.check(one);
  expect(found).toMatchObject({ faults: 0 });
  const { job } = await staff.run(one.id);
  expect(job).toMatchObject({ done: 0, failed: 0, unchanged: found?.products });
  expect(await product('zeros')).toEqual(before);
  expect(before).toMatchObject({ name: '=SUM(A1)', variants: [{ sku: '00042' }] });
});
