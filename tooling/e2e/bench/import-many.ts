// A file of many rows into the catalog of a running shop, through the gateway as the back office does it.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ProductImport } from '@quayside/contracts';
import { createControl } from '../src/control.ts';
import { createShopClient } from '../src/shop-client.ts';
import { memoryMb } from './cpu.ts';
import { createMeasured } from './measured.ts';
import { printHeader } from './tables.ts';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:8080' },
    host: { type: 'string', default: 'http://127.0.0.1:8200' },
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

const control = createControl({ hostUrl: values.host });
const measured = createMeasured(control);
const admin = createShopClient(values.origin);
await admin.signIn('admin@quayside.test');

const settled = async (id: string): Promise<ProductImport> => {
  for (;;) {
    const { body } = await admin.ask('GET /api/v1/admin/catalog/imports/:id', { params: { id } });
    if (body.state !== 'checking' && body.state !== 'running') return body;
    await pause(200);
  }
};

const upload = async (name: string, file: string | Buffer<ArrayBuffer>): Promise<ProductImport> => {
  const { status, body } = await admin.call<ProductImport>(
    'POST',
    `/api/v1/admin/catalog/imports?${new URLSearchParams({ name })}`,
    { raw: file, headers: { 'content-type': 'application/octet-stream' } },
  );
  if (status !== 201) throw new Error(`The upload was answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

const check = async ({ id, settings }: ProductImport): Promise<ProductImport> => {
  const { encoding: _, delimiter: __, sheet: ___, ...choice } = settings;
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/check', { params: { id }, body: choice });
  return settled(id);
};

const run = async ({ id }: ProductImport): Promise<ProductImport> => {
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/run', { params: { id } });
  return settled(id);
};

const catalogPid = async (): Promise<number> => {
  const catalog = (await control.processes()).find(({ name }) => name === 'catalog');
  if (!catalog?.pid) throw new Error('The catalog does not run');
  return catalog.pid;
};

/** The most memory that the catalog had while something went on. */
const memoryWatched = async <T>(work: () => Promise<T>): Promise<{ result: T; peakMb: number }> => {
  const pid = await catalogPid();
  let peakMb = memoryMb(pid);
  const watch = setInterval(() => (peakMb = Math.max(peakMb, memoryMb(pid))), 250);
  try {
    const result = await work();
    return { result, peakMb };
  } finally {
    clearInterval(watch);
  }
};

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  return [await work(), (performance.now() - start) / 1000];
};

/** All products of the shop as a workbook. */
const exported = async (): Promise<Buffer<ArrayBuffer>> => {
  const cookie = [...admin.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL('/api/v1/admin/catalog/products.xlsx', values.origin), {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  if (!answer.ok) throw new Error(`The export was answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
};

const measure = async (what: string, file: string | Buffer<ArrayBuffer>): Promise<void> => {
  const { result, used } = await measured(() =>
    memoryWatched(async () => {
      const [one, uploaded] = await timed(() => upload(what, file));
      const [{ found }, checked] = await timed(() => check(one));
      const [{ job }, ran] = await timed(() => run(one));
      return { found, job, times: [uploaded, checked, ran, uploaded + checked + ran] };
    }),
  );
  const { found, job, times } = result.result;
  const cpuOf = (name: string): string => (used.find((one) => one.name === name)?.cpu ?? 0).toFixed(1);
  const cells = [
    what,
    found?.rows,
    (file.length / 1_000_000).toFixed(1),
    ...times.map((time) => time.toFixed(1)),
    cpuOf('catalog'),
    cpuOf('postgres'),
    result.peakMb.toFixed(0),
    `${job?.done} / ${job?.unchanged} / ${job?.failed}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
};

printHeader(
  ...['file', 'rows', 'MB', 'upload s', 'check s', 'run s', 'all s', 'CPU s catalog', 'CPU s postgres'],
  ...['catalog MB at most', 'done / as they were / failed'],
);
await measure('new', fileAt('19.90'));
await measure('again', fileAt('19.90'));
await measure('dearer', fileAt('21.90'));
const [workbook, packed] = await timed(exported);
await measure('all of the shop, .xlsx', workbook);
console.log(`\nThe workbook was packed in ${packed.toFixed(1)} s.`);
