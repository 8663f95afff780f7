import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { makeHome, requireWritable } from './make-home.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'quayside-home-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a home behind a link is the folder that it leads to, for all processes the same', async () => {
  await mkdir(join(folder, 'real'));
  await symlink(join(folder, 'real'), join(folder, 'link'));
  expect(await makeHome(join(folder, 'link', 'data'))).toBe(join(folder, 'real', 'data'));
});

test('a home that leads nowhere, or into a file, is refused in a line that says what to do', async () => {
  await symlink(join(folder, 'gone'), join(folder, 'dangling'));
  await expect(makeHome(join(folder, 'dangling'))).rejects.toThrow(
    /^Cannot keep data in .*dangling \(E\w+\): choose another/,
  );
  await expect(makeHome('/dev/null/data')).rejects.toThrow(
    /^Cannot keep data in \/dev\/null\/data \(ENOTDIR\): choose another/,
  );
});

test('a checkout that cannot be written is refused in a line that says what to do', async () => {
  await expect(requireWritable('/dev/null/quayside')).rejects.toThrow(
    /^The checkout \/dev\/null\/quayside cannot be written by this user \(ENOTDIR\): clone it into a folder of your own$/,
  );
  await expect(requireWritable(folder)).resolves.toBeUndefined();
});
