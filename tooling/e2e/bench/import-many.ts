// A file of many rows into the catalog of a running shop, through the gateway as the back office does it.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ProductImport } from '@quayside/contracts';
import { createShopClient } from '../src/shop-client.ts';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:8080' },
    rows: { type: 'string', default: '50000' },
    /** Of each product. */
    variants: { type: 'string', default: '2' },
  },
});
const variants = Number(values.variants);
const products = Math.round(Number(values.rows) / variants);
const mark = Date.now().toString(36);

const head =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,' +
  'Variant Inventory Qty,Variant Price,Status';

const fileAt = (price: string): string =>
  [
    head,
    ...Array.from({ length: products }, (_, at) =>
      Array.from({ length: variants }, (__, size) => {
        const whole =
          size === 0
            ? `Import ${mark} number ${at},<p>Made to be <b>measured</b> and nothing else of use to anybody.</p>,` +
              `Vendor ${at % 40},Type ${at % 12},"measured, tag ${at % 100}",TRUE,Size`
            : ',,,,,,';
        const sku = `IMP-${mark}-${at}-${size}`;
        return `import-${mark}-${at},${whole},S${size},${sku},${100 + size},${at % 50},${price},${size === 0 ? 'active' : ''}`;
      }).join('\n'),
    ),
  ].join('\n');

const admin = createShopClient(values.origin);
await admin.signIn('admin@quayside.test');

const settled = async (id: string): Promise<ProductImport> => {
  for (;;) {
    const { body } = await admin.ask('GET /api/v1/admin/catalog/imports/:id', { params: { id } });
    if (body.state !== 'checking' && body.state !== 'running') return body;
    await pause(200);
  }
};

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

const measure = async (what: string, file: string): Promise<void> => {
  const start = performance.now();
  const { body: one } = await admin.call<ProductImport>(
    'POST',
    `/api/v1/admin/catalog/imports?name=${what}.csv`,
    {
      raw: file,
      headers: { 'content-type': 'text/csv' },
    },
  );
  const uploaded = seconds(start);
  const { encoding: _, delimiter: __, ...choice } = one.settings;
  const beforeCheck = performance.now();
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/check', { params: { id: one.id }, body: choice });
  const { found } = await settled(one.id);
  const checked = seconds(beforeCheck);
  const beforeRun = performance.now();
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/run', { params: { id: one.id } });
  const { job } = await settled(one.id);
  const mb = (file.length / 1_000_000).toFixed(1);
  console.log(
    `| ${what} | ${found?.rows} | ${mb} | ${uploaded} | ${checked} | ${seconds(beforeRun)} | ${seconds(start)} |` +
      ` ${job?.done} / ${job?.unchanged} / ${job?.failed} |`,
  );
};

console.log('| file | rows | MB | upload s | check s | run s | all s | done / as they were / failed |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
await measure('new', fileAt('19.90'));
await measure('again', fileAt('19.90'));
await measure('dearer', fileAt('21.90'));
