import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isPortFree } from '@quayside/backing-services';
import { testServiceUrl, waitUntil } from '@quayside/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { portsAt, type Ports } from '../src/ports.ts';
import { copyCheckout } from './copy-checkout.ts';
import type { Checkout } from './copy-checkout.ts';

let checkout: Checkout;
let ports: Ports;
let host: ChildProcess;
let output = '';

const kept = 'what ran before this change runs on\n';

beforeAll(async () => {
  checkout = await copyCheckout();
  let offset: number;
  do {
    offset = randomInt(1_200, 1_875); // without a port that browsers refuse
    ports = portsAt(offset);
  } while ((await Promise.all(Object.values(ports).map(isPortFree))).includes(false));
  const main = join(checkout.root, 'tooling/app-host/src/main.ts');
  const only = ['--only', 'catalog,payment-sandbox', '--port-offset', String(offset)];
  host = spawn(process.execPath, [main, 'dev', ...only], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      POSTGRES_URL: testServiceUrl('postgres'),
      KAFKA_BROKERS: testServiceUrl('kafka'),
    },
  });
  for (const stream of [host.stdout, host.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  await says('Quayside is ready in');
});

afterAll(async () => {
  const exited = once(host, 'exit');
  if (host.exitCode === null && host.kill('SIGTERM')) await exited;
  await checkout.remove();
});

/** Waits for a line of the host, and forgets what came before its end. */
async function says(text: string): Promise<string> {
  const end = await waitUntil(() => output.indexOf(text) + 1 || undefined, {
    describe: `"${text}" in the output:\n${output}`,
    timeoutMs: 60_000,
  });
  const said = output.slice(0, end - 1 + text.length);
  output = output.slice(said.length);
  return said;
}

const path = (file: string) => join(checkout.root, file);

/** Saves as many editors do: beside the file, then in its place. */
async function save(file: string, text: string): Promise<void> {
  await writeFile(path(`${file}.saved`), text);
  await rename(path(`${file}.saved`), path(file));
}

async function pidOf(name: string): Promise<number | undefined> {
  const answer = await fetch(`http://127.0.0.1:${ports.host}/processes`);
  const { processes } = (await answer.json()) as {
    processes: { name: string; pid: number; state: string }[];
  };
  return processes.find((one) => one.name === name && one.state === 'ready')?.pid;
}

/** Changes a file, sees one line and the process before it, mends the file and sees another process. */
async function survives(
  name: string,
  file: string,
  change: (text: string) => string,
  line: string,
): Promise<void> {
  const before = await pidOf(name);
  const good = await readFile(path(file), 'utf8');
  await save(file, change(good));
  const said = await says(kept);
  expect(said).toContain(`${name.padEnd(15)} ERROR ${line}; ${kept}`);
  expect(said).not.toMatch(/^ +at /m);
  expect(await pidOf(name)).toBe(before);
  await save(file, good);
  await says('ready in');
  expect(await pidOf(name)).not.toBe(before);
}

const definition = 'apps/payment-sandbox/src/sandbox-api.ts';
const config = 'apps/payment-sandbox/src/main/config.ts';
const lineCount = async (file: string) => (await readFile(path(file), 'utf8')).split('\n').length;

test('a change that fits is served by another process', async () => {
  const before = await pidOf('payment-sandbox');
  await save(definition, `${await readFile(path(definition), 'utf8')}\n`);
  expect(await says('ready in')).toContain(`${definition} changed, reloading`);
  expect(await pidOf('payment-sandbox')).not.toBe(before);
});

test('a file that does not parse', async () => {
  const line = await lineCount(definition);
  await survives(
    'payment-sandbox',
    definition,
    (text) => `${text}const a = ;\n`,
    `${definition}:${line}: SyntaxError: Expression expected`,
  );
});

test('an import of what is not there', () =>
  survives(
    'payment-sandbox',
    definition,
    (text) => `import './gone.ts';\n${text}`,
    `${definition}:1: Cannot find module 'apps/payment-sandbox/src/gone.ts'`,
  ));

test('an import of a name that is not exported', () =>
  survives(
    'payment-sandbox',
    definition,
    (text) => `import { gone } from './api-key.ts';\ngone;\n${text}`,
    `${definition}:1: SyntaxError: The requested module './api-key.ts' does not provide an export named 'gone'`,
  ));

test('a module that throws while it is loaded', async () => {
  const line = await lineCount(definition);
  await survives(
    'payment-sandbox',
    definition,
    (text) => `${text}throw new Error('no problem');\n`,
    `${definition}:${line}: no problem`,
  );
});

test('a process that cannot be built', async () => {
  const wire = 'apps/payment-sandbox/src/main/wire.ts';
  const from = (await readFile(path(wire), 'utf8')).split('\n').indexOf('  const api = createApi({');
  await survives(
    'payment-sandbox',
    wire,
    (text) => text.replace('  const api = createApi({', "  throw new RangeError('no berth');\n$&"),
    `${wire}:${from + 1}: RangeError: no berth`,
  );
});

test('a schema that refuses the configuration', async () => {
  const from = (await readFile(path(config), 'utf8')).split('\n').indexOf('  ...processConfig,');
  await survives(
    'payment-sandbox',
    config,
    (text) => text.replace('  ...processConfig,', "$&\n  HARBOUR: z.string().describe('its name'),"),
    `${config}:${from + 2}: HARBOUR is missing (its name)`,
  );
});

test('a migration that fails', async () => {
  const folder = 'services/catalog/src/store/migrations';
  const sql =
    "\nexport const berths = {\n  name: '0099-berths',\n  sql: `\n    CREATE TABEL berths ();`,\n};\n";
  await writeFile(path(`${folder}/0099-berths.ts`), sql);
  await survives(
    'catalog',
    `${folder}/all-migrations.ts`,
    (text) => `import { berths } from './0099-berths.ts';\n${text.replace('Migration[] = [', '$&berths, ')}`,
    `its migrations failed: ${folder}/0099-berths.ts:5: ` +
      'Migration 0099-berths, line 2 failed: syntax error at or near "TABEL"',
  );
  await rm(path(`${folder}/0099-berths.ts`));
});
