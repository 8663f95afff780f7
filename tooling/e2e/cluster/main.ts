import { parseArgs } from 'node:util';
import { clusterShopper, findShop } from './shop.ts';
import type { Context, Outcome, Step } from './step.ts';
import { allReady, apply, memoryLine } from './steps/apply.ts';
import { brokenVersion } from './steps/broken-version.ts';
import { faultyConfiguration } from './steps/faulty-configuration.ts';
import { configurationChanged, nodeDrained } from './steps/maintenance.ts';
import { podsDeleted } from './steps/pods-deleted.ts';
import { purchase } from './steps/purchase.ts';
import { rollingRestart } from './steps/rolling-restart.ts';
import { threeReplicas } from './steps/three-replicas.ts';
import { upgradeTo } from './steps/upgrade.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    'no-apply': { type: 'boolean', default: false },
    'upgrade-to': { type: 'string' },
  },
});

const steps: Record<string, Step> = {
  purchase,
  'rolling-restart': rollingRestart,
  'broken-version': brokenVersion,
  'three-replicas': threeReplicas,
  'configuration-changed': configurationChanged,
  'faulty-configuration': faultyConfiguration,
  'pods-deleted': podsDeleted,
  'node-drained': nodeDrained,
  ...(values['upgrade-to'] === undefined ? {} : { upgrade: upgradeTo(values['upgrade-to']) }),
};
const unknown = values.only?.filter((name) => !(name in steps)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

const outcomes: (Outcome & { name: string; seconds: number })[] = [];

const run = async (name: string, work: () => Promise<Outcome>): Promise<boolean> => {
  console.log(`\n== ${name}`);
  const from = Date.now();
  const outcome = await work().catch((error: unknown) => ({
    ok: false,
    lines: [error instanceof Error ? error.message : String(error)],
  }));
  for (const line of outcome.lines) console.log(`   ${line}`);
  outcomes.push({ ...outcome, name, seconds: (Date.now() - from) / 1000 });
  return outcome.ok;
};

/** Enough on a few shelves that no purchase of the run fails for stock. */
const fillShelves = async (context: Omit<Context, 'itemIds'>): Promise<number[]> => {
  const admin = clusterShopper(context.shop);
  await admin.signIn('admin@quayside.test');
  const { body } = await admin.items({ inStock: 'true', pageSize: 8 });
  const itemIds = body.items.map(({ id }) => id);
  for (const id of itemIds) {
    const path = `/api/v1/catalog/items/${id}/stock-adjustments`;
    const { status } = await admin.call('POST', path, { body: { delta: 10_000, reason: 'cluster test' } });
    if (status >= 300) throw new Error(`stock of item ${id}: ${status}`);
  }
  await admin.close();
  return itemIds;
};

if (await run('apply', () => apply({ already: values['no-apply'] }))) {
  const shop = await findShop();
  const say = (line: string) => console.log(`   . ${line}`);
  const context: Context = { shop, say, itemIds: await fillShelves({ shop, say }) };
  for (const [name, step] of Object.entries(steps)) {
    if (values.only && !values.only.includes(name)) continue;
    await run(name, async () => {
      await allReady();
      return step(context);
    });
  }
  // By now the cluster has counted every pod more than once.
  console.log(`\n${await memoryLine()}`);
}

console.log('\n| step | seconds | result |\n| --- | --- | --- |');
for (const { name, seconds, ok } of outcomes)
  console.log(`| ${name} | ${seconds.toFixed(0)} | ${ok ? 'ok' : 'FAILED'} |`);
process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);
