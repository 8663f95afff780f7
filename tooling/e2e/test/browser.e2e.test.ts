import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { launchBrowser, NoBrowser } from '../src/browser.ts';
import { theStack } from '../src/stack.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-browser-'));
});

afterEach(() => rm(folder, { recursive: true }));

const twoVisitors = async (): Promise<string[]> => {
  const browser = await launchBrowser({ path: '', searchPath: folder });
  try {
    const titles = [];
    for (let visitor = 0; visitor < 2; visitor += 1) {
      const context = await browser.newContext({ baseURL: theStack().origin });
      const page = await context.newPage();
      await page.goto('/catalog');
      titles.push(await page.getByRole('heading', { level: 1 }).innerText());
      await context.close();
    }
    return titles;
  } finally {
    await browser.close();
  }
};

test('a machine without a browser serves one visitor after the other', async () => {
  const [first, second] = await twoVisitors();
  expect(first).not.toBe('');
  expect(second).toBe(first);
});

test('a browser that does not start is passed over', async () => {
  const standIn = '#!/bin/sh\necho "install the package chromium first" >&2\nexit 1\n';
  await writeFile(join(folder, 'chromium-browser'), standIn, { mode: 0o755 });
  await symlink(join(folder, 'nowhere'), join(folder, 'google-chrome'));
  expect(await twoVisitors()).toHaveLength(2);
});

test('one line says that the browser somebody named does not start, and what to do', async () => {
  const path = join(folder, 'chromium');
  await writeFile(path, '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n', {
    mode: 0o755,
  });
  const refused = await launchBrowser({ path }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NoBrowser);
  expect((refused as NoBrowser).stack).toBe(
    `No browser starts here (${path}: libnss3.so: cannot open shared object file): ` +
      'install Chromium or Chrome (e.g. apt-get install chromium), or name one with CHROMIUM_PATH',
  );
});
