import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { startBacking } from '../src/index.ts';
import type { BackingName } from '../src/index.ts';

jest.setTimeout(300_000);

const toolsDir = resolve(import.meta.dirname, '../../../.quayside/tools');
const program = join(import.meta.dirname, 'keep-one-row.ts');
let scratch: string;
/** A PATH with nothing but what the README asks for. */
let bin: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'quayside-machine-')); // for its owner alone
  bin = join(scratch, 'bin');
  await mkdir(bin);
  // Where versions are switched by scripts, those need more than themselves.
  const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim();
  await symlink(process.execPath, join(bin, 'node'));
  await symlink(python, join(bin, 'python3'));
  await symlink('/bin/sh', join(bin, 'sh'));
  const sleep = execFileSync('sh', ['-c', 'command -v sleep'], { encoding: 'utf8' }).trim();
  await symlink(sleep, join(bin, 'sleep'));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Runs the program with an environment that holds the PATH alone; says what it printed, also when it failed. */
function run(
  args: readonly string[],
  before: readonly string[] = ['sh', '-c', 'umask 077; exec "$@"', 'sh'],
) {
  const [command = '', ...rest] = [...before, process.execPath, program, ...args];
  return new Promise<string>((done) => {
    execFile(command, rest, { env: { PATH: bin } }, (_, stdout, stderr) => done(stdout + stderr));
  });
}

test('all four run from a long path with blanks, commas and umlauts that others cannot enter, without HOME, Java, Maven and Redis, under umask 077, and keep their data', async () => {
  const dataDir = join(scratch, "ünder wäy, with 'blanks' and a comma", 'long'.repeat(40));
  const all = ['postgres', 'redis', 'mongodb', 'kafka'];
  expect(await run([dataDir, toolsDir, ...all])).toBe('1 kept\n');
  expect(await run([dataDir, toolsDir, ...all])).toBe('2 kept\n');
});

const isRootOnLinux = process.getuid?.() === 0 && process.platform === 'linux';
const unshare = execFileSync('sh', ['-c', 'command -v unshare || true'], { encoding: 'utf8' }).trim();
const canHideLoopback = isRootOnLinux && unshare !== '';

(canHideLoopback ? test : test.skip)('a machine without an IPv4 loopback is told in one line', async () => {
  const said = await run([join(scratch, 'lonely'), toolsDir, 'postgres'], [unshare, '-n']);
  expect(said).toMatch(
    /^This machine cannot call itself at 127\.0\.0\.1 \(\w+\): bring its loopback up .*\n$/,
  );
});

test('a tools folder that cannot be made is told in one line', async () => {
  const said = await run([join(scratch, 'no-tools'), '/dev/null/tools', 'redis']);
  expect(said).toMatch(/^Redis: .*\/dev\/null\/tools.*; or install redis-server .*\n$/);
});

describe('data of another version is left alone, and told in one line', () => {
  const spoil: [BackingName, string, (text: string) => string, RegExp][] = [
    ['postgres', 'data/PG_VERSION', () => '17\n', /version 17 wrote it, and this is 18/],
    [
      'redis',
      'appendonlydir/appendonly.aof.1.base.rdb',
      (text) =>
        text.replace(/^(REDIS|VALKEY)\d+/, (magic) =>
          magic.replace(/\d+/, (digits) => '9'.repeat(digits.length)),
        ),
      /another Redis or Valkey wrote it/,
    ],
    [
      'mongodb',
      'storage.bson',
      // As long as the name that stands there, for the file says how long it is.
      (text) => text.replace('wiredTiger', 'mmapv1mmap'),
      /another MongoDB wrote it/,
    ],
    [
      'kafka',
      'data/meta.properties',
      (text) => text.replace('version=1', 'version=9'),
      /another Kafka wrote it/,
    ],
  ];

  test.each(spoil)('%s', async (name, file, change, why) => {
    const dataDir = join(scratch, `spoilt-${name}`);
    const start = () => startBacking({ dataDir, toolsDir, only: [name] });
    await (await start()).stop();
    const path = join(dataDir, name, file);
    const before = await readFile(path, 'latin1');
    await writeFile(path, change(before), 'latin1');
    const said = await start().catch((error: Error) => error.message);
    expect(said).toMatch(why);
    expect(said).not.toContain('\n');
    expect(await readFile(path, 'latin1')).toBe(change(before));
  });
});
