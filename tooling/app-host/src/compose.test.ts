import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { MissingPrerequisite } from '@quayside/backing-services';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { findCompose } from './compose.ts';
import { HostError } from './host-error.ts';
import { portsAt } from './ports.ts';

let bin: string;
let told: string[];

beforeEach(async () => {
  bin = await mkdtemp(join(tmpdir(), 'quayside-engines-'));
  told = [];
});

afterEach(() => rm(bin, { recursive: true }));

/** A stand-in for the client of an engine: notes what it is asked, and answers with a line of shell. */
const install = (name: string, answer: string) =>
  writeFile(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${bin}/asked"\n${answer}\n`, { mode: 0o755 });

const asked = async () => (await readFile(join(bin, 'asked'), 'utf8')).trim().split('\n');

const kafka: MissingPrerequisite = {
  name: 'kafka',
  missing: 'a Java runtime',
  mend: 'install one',
  line: 'Kafka needs a Java runtime: install one',
};

const find = (missing: readonly MissingPrerequisite[] = []) =>
  findCompose({
    root: bin,
    ports: portsAt(1000),
    inherited: { PATH: bin },
    log: { line: () => {}, info: (message) => told.push(message), error: () => {}, follow: () => {} },
    signal: new AbortController().signal,
    missing,
  });

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  return (error as HostError).message;
};

test('brings up what is asked for with the first engine that runs', async () => {
  const daemon = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.';
  await install('docker', `case "$1" in version) echo '${daemon}' >&2; exit 1;; esac`);
  await install('podman', 'case "$1" in compose) echo "unknown command" >&2; exit 125;; esac');
  await install('podman-compose', 'exit 0');
  const compose = await find();
  await compose.up(['postgres', 'kafka']);
  await compose.stop();
  expect(await asked()).toEqual(
    expect.arrayContaining([
      'podman-compose --project-name quayside-16432 up --detach postgres kafka',
      'podman-compose --project-name quayside-16432 stop',
    ]),
  );
});

test('says that it takes containers for what is missing', async () => {
  await install('docker', 'exit 0');
  await find([kafka]);
  expect(told).toEqual(['Kafka needs a Java runtime: taking containers instead, with docker compose']);
});

test('names what is missing and the choice there is, and why no engine serves', async () => {
  await install('docker', 'echo "Cannot connect to the Docker daemon" >&2; exit 1');
  await install('podman', 'case "$1" in compose) echo "unrecognized command" >&2; exit 125;; esac');
  expect(await refusal(find([kafka]))).toBe(
    [
      'Kafka needs a Java runtime: install one',
      'Or have Docker or Podman run, with compose, and containers serve instead: ' +
        'docker does not run (Cannot connect to the Docker daemon); ' +
        '"podman compose" is not installed (unrecognized command)',
    ].join('\n'),
  );
});

test('says in one line that there is no engine', async () => {
  expect(await refusal(find())).toBe(
    '--compose needs Docker or Podman, running, with compose: install one; or leave the option out to run natively',
  );
});

test('says in one line why an image cannot be had, and leaves nothing running', async () => {
  const pull = 'Error response from daemon: pull access denied for postgres';
  await install('docker', `case "$*" in *" up "*) echo "Pulling"; echo "${pull}" >&2; exit 18;; esac`);
  const compose = await find();
  expect(await refusal(compose.up(['postgres']))).toBe(`docker compose up failed: ${pull}`);
  expect((await asked()).at(-1)).toBe('docker compose --project-name quayside-16432 stop');
});
