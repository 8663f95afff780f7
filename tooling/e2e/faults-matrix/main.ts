// Every page with every dependency out of order in every way: `npx pnpm test:faults-matrix`. With `--write` the table goes
// into docs/faults.md. Closes with one line of counts.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MachineFault, pickFreePorts } from '@quayside/backing-services';
import { eventually } from '../src/control.ts';
import { startStack } from '../src/stack.ts';
import { watchCircuit } from './circuits.ts';
import { dependencies, faults, passages, type Dependency, type Fault } from './faults.ts';
import { judge, outcomeOf, type Cell } from './outcome.ts';
import { preparePages, type Page } from './pages.ts';
import { asMarkdown, writeInto, type Row } from './table.ts';
import { fetchToxiproxy, startToxiproxy, type Toxiproxy } from './toxiproxy.ts';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const wanted = dependencies.filter((name) => name.toLowerCase().startsWith(values.only.toLowerCase()));

const openPage = async (page: Page, dependency: Dependency): Promise<Cell> => {
  const from = performance.now();
  try {
    return judge(page, dependency, await page.open());
  } catch (error) {
    const ms = Math.round(performance.now() - from);
    return { outcome: 'broken', ms, finding: `no answer after ${ms} ms: ${String(error)}` };
  }
};

const allWork = async (pages: readonly Page[]): Promise<boolean> => {
  const outcomes = await Promise.all(pages.map(async (page) => outcomeOf(page, await page.open())));
  return outcomes.every((outcome) => outcome === 'page');
};

const toolsDir = join(root, '.quayside', 'tools');
await mkdir(toolsDir, { recursive: true });
const command = await fetchToxiproxy(toolsDir).catch((error: unknown) => {
  if (!(error instanceof MachineFault)) throw error;
  console.log(`The matrix of faults is left out on this machine: ${error.message}`);
  console.log('0 passed, 0 failed');
  return process.exit(0);
});

let toxiproxy: Toxiproxy | undefined;
const stack = await startStack({
  standBetween: async (offset) => {
    const [port = 0] = await pickFreePorts(1);
    toxiproxy = await startToxiproxy(command, { port, passages: passages(offset), folder: toolsDir });
  },
});
const total = { passed: 0, failed: 0 };
const count = (what: string, finding: string | undefined): void => {
  total[finding === undefined ? 'passed' : 'failed'] += 1;
  if (finding !== undefined) console.log(`FAIL ${what}: ${finding}`);
};

const bring = async (
  proxy: Toxiproxy,
  fault: Fault,
  dependency: Dependency,
  { pages, refresh }: Awaited<ReturnType<typeof preparePages>>,
): Promise<Row> => {
  await refresh();
  await fault.bring(proxy, dependency);
  const cells = await Promise.all(pages.map((page) => openPage(page, dependency)));
  await proxy.heal();
  const told = pages.map(({ name }, at) => `${name}: ${cells[at]?.outcome} ${cells[at]?.ms}`);
  console.log(`${dependency} ${fault.name}: ${told.join(', ')}`);
  for (const [at, { name }] of pages.entries())
    count(`${name} with ${dependency} ${fault.name}`, cells[at]?.finding);
  const rest = pages.filter(({ name }) => name !== 'sign-in');
  await eventually(`all pages after ${dependency} ${fault.name}`, () => allWork(rest));
  return { dependency, fault: fault.name, cells };
};

try {
  if (!toxiproxy) throw new Error('nothing stands between');
  const prepared = await preparePages(stack.origin);
  await eventually('every page', () => prepared.refresh().then(() => allWork(prepared.pages)));
  const rows: Row[] = [];
  for (const dependency of wanted)
    for (const fault of faults) rows.push(await bring(toxiproxy, fault, dependency, prepared));
  const circuit = await watchCircuit(stack, toxiproxy);
  count('the circuit of Catalog', circuit.missing.join(', ') || undefined);
  const text = asMarkdown(prepared.pages, rows, circuit);
  if (values.write) await writeInto(join(root, 'docs', 'faults.md'), text);
} finally {
  await stack.stop();
  await toxiproxy?.stop();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
