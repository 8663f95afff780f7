import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { fetchTool } from './fetch-tool.ts';

let tools: string;

beforeEach(async () => {
  tools = await mkdtemp(join(tmpdir(), 'quayside-tools-'));
});

afterEach(() => rm(tools, { recursive: true, force: true }));

const write = (text: string) => (into: string) => writeFile(join(into, 'file'), text);

test('leaves nothing behind when it fails, and fetches anew next time', async () => {
  const failing = fetchTool(tools, 'tool', async (into) => {
    await write('half')(into);
    throw new Error('cut off');
  });
  await expect(failing).rejects.toThrow('cut off');
  expect(await readdir(tools)).toEqual([]);
  await fetchTool(tools, 'tool', write('whole'));
  expect(await readFile(join(tools, 'tool', 'file'), 'utf8')).toBe('whole');
});

test('goes on where another process was killed in the middle', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(join(tools, 'tool.lock'), String(pid));
  await mkdir(join(tools, `tool.partial-${pid}`));
  await fetchTool(tools, 'tool', write('whole'));
  expect(await readdir(tools)).toEqual(['tool']);
});

test('takes over a silent lock though its number now belongs to somebody else', async () => {
  const lock = join(tools, 'tool.lock');
  await writeFile(lock, String(process.ppid));
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  await fetchTool(tools, 'tool', write('whole'));
  expect(await readdir(tools)).toEqual(['tool']);
});

test('fetches once for two that ask at the same time', async () => {
  let fetched = 0;
  const fetch = async (into: string) => {
    fetched += 1;
    await write('whole')(into);
  };
  await Promise.all([fetchTool(tools, 'tool', fetch), fetchTool(tools, 'tool', fetch)]);
  expect(fetched).toBe(1);
});
