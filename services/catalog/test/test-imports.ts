import type { ImportFault, ProductImport } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import type { TestCatalog } from './test-catalog.ts';

const shopifyHead =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,' +
  'Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,' +
  'Image Alt Text,SEO Title,Status';

type Cells = Readonly<Record<string, string>>;

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file in Shopify's columns, of rows by the columns' names. */
export const shopifyFile = (rows: readonly Cells[]): string =>
  [
    shopifyHead,
    ...rows.map((row) =>
      shopifyHead
        .split(',')
        .map((name) => quoted(row[name] ?? ''))
        .join(','),
    ),
  ].join('\n');

export const smock: readonly Cells[] = [
  {
    Handle: 'gale-smock',
    Title: 'Gale Smock',
    'Body (HTML)': '<p>Keeps <b>the wind</b> out.</p><p>And the rain.</p>',
    Vendor: 'Hallvik',
    Type: 'Jackets',
    Tags: 'sailing, offshore',
    Published: 'TRUE',
    'Option1 Name': 'Size',
    'Option1 Value': 'M',
    'Variant SKU': 'gale-m',
    'Variant Grams': '850',
    'Variant Inventory Qty': '7',
    'Variant Price': '129.00',
    'Variant Compare At Price': '149.00',
    Status: 'active',
  },
  {
    Handle: 'gale-smock',
    'Option1 Value': 'L',
    'Variant SKU': 'gale-l',
    'Variant Grams': '900',
    'Variant Inventory Qty': '0',
    'Variant Price': '129.00',
  },
];

/** What a browser does with imports. */
export const importsOf = (catalog: TestCatalog, token: string) => {
  const imports = '/api/v1/admin/catalog/imports';
  const call = (method: 'get' | 'post' | 'put', path: string) =>
    catalog.request[method](path).set('authorization', token);
  const read = async (id: string): Promise<ProductImport> =>
    (await call('get', `${imports}/${id}`).expect(200)).body;
  const settled = async (id: string): Promise<ProductImport> => {
    let one: ProductImport | undefined;
    const isSettled = async () => {
      one = await read(id);
      return one.state !== 'checking' && one.state !== 'running';
    };
    await waitUntil(isSettled, { describe: 'the import to be at rest', timeoutMs: 60_000 });
    return one as ProductImport;
  };
  const upload = (content: string | Buffer, name = 'products.csv') =>
    call('post', `${imports}?${new URLSearchParams({ name })}`)
      .set('content-type', 'text/csv')
      .send(Buffer.isBuffer(content) ? content : Buffer.from(content));
  const uploaded = async (content: string | Buffer, name?: string): Promise<ProductImport> =>
    (await upload(content, name).expect(201)).body;
  const check = async (
    { id, settings: { encoding: _, delimiter: __, sheet: ___, ...choice } }: ProductImport,
    differs: Partial<ProductImport['settings']> = {},
  ): Promise<ProductImport> => {
    await call('post', `${imports}/${id}/check`)
      .send({ ...choice, ...differs })
      .expect(202);
    return settled(id);
  };
  const faults = async (id: string): Promise<ImportFault[]> =>
    (await call('get', `${imports}/${id}/faults?pageSize=100`).expect(200)).body.items;
  const run = async (id: string): Promise<ProductImport> => {
    await call('post', `${imports}/${id}/run`).expect(202);
    return settled(id);
  };
  return {
    ...{ imports, call, read, upload, uploaded, check, faults, run, settled },
    /** All of it. */
    imported: async (
      content: string | Buffer,
      differs: Partial<ProductImport['settings']> = {},
      name?: string,
    ) => {
      const one = await uploaded(content, name);
      await check(one, differs);
      return run(one.id);
    },
  };
};
