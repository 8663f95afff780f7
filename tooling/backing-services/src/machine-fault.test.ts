import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

import { BackingPrerequisiteMissing } from './backing-error.ts';
import { explainFault, MachineFault } from './machine-fault.ts';

const faultOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );
const started = async (program: string): Promise<void> => {
  await once(spawn(program), 'spawn');
};
const listening = async (host: string): Promise<void> => {
  await once(createServer().listen(0, host), 'listening');
};
const missing = join(tmpdir(), 'no-such-program');
const long = join(tmpdir(), 'a'.repeat(300));

const faults: readonly (readonly [what: string, () => Promise<unknown>, line: RegExp])[] = [
  [
    'a name that is too long',
    () => mkdir(long),
    /^\/.*a{300} is too long for this system: work in a folder with a shorter path$/,
  ],
  ['a program that is missing', () => started(missing), /no-such-program is not on the PATH: install it$/],
  [
    'an address of another machine',
    () => listening('192.0.2.1'),
    /^192\.0\.2\.1 is not an address of this machine: bring its loopback up/,
  ],
];
const isLinux = process.platform === 'linux';

test.each(faults)('%s is told in a line that says what to do', async (_, work, line) => {
  expect(explainFault(await faultOf(work))).toMatch(line);
});

(isLinux ? test : test.skip)('so is a disk that is full', async () => {
  const full = await faultOf(() => writeFile('/dev/full', 'a line'));
  expect(explainFault(full)).toMatch(/^No space left for .*: free some, or work on another disk$/);
});

test.each(['EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM', 'EAFNOSUPPORT'])(
  '%s says where and what to do',
  (code) => {
    const error = Object.assign(new Error(`${code}: as the system says it`), {
      code,
      syscall: 'open',
      path: '/data',
    });
    expect(explainFault(error)).toMatch(/\/data.*: [a-z]/);
  },
);

test('what was thrown on purpose keeps its words, and a fault of ours is none of the machine', () => {
  expect(explainFault(new MachineFault('Free port 8080'))).toBe('Free port 8080');
  expect(explainFault(new BackingPrerequisiteMissing('kafka', 'Kafka needs Java'))).toBe('Kafka needs Java');
  expect(explainFault(new TypeError('x is undefined'))).toBeUndefined();
  expect(explainFault(undefined)).toBeUndefined();
});
