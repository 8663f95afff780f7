import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchTool, runClient, spawnGuarded } from '@quayside/backing-services';
import { freePort } from './free-port.ts';
import { waitUntil } from './wait-until.ts';

const version = '5.2.5';
const toolsDir = join(import.meta.dirname, '../../../.quayside/tools');
const program = 'import sys; from moto.server import main; main(sys.argv[1:])';

/** Moto, a server that speaks S3, fetched once with pip into a folder of its own. */
const fetchMoto = (): Promise<string> =>
  fetchTool(toolsDir, `moto-${version}`, async (into) => {
    const calm = ['--quiet', '--disable-pip-version-check', '--no-input', '--root-user-action=ignore'];
    const wanted = ['--only-binary=:all:', '--target', into, `moto[s3]==${version}`, 'flask', 'flask-cors'];
    await runClient('python3', ['-m', 'pip', 'install', ...calm, ...wanted], into, {
      as: `pip install moto[s3]==${version}`,
    });
  });

export interface TestBucket {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The keys in it. */
  keys(): Promise<string[]>;
  close(): Promise<void>;
}

/** An empty bucket of a store that speaks S3, which runs until it is closed. */
export const testBucket = async (): Promise<TestBucket> => {
  const folder = await fetchMoto();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = await spawnGuarded({
    command: 'python3',
    args: ['-c', program, '-H', '127.0.0.1', '-p', String(port)],
    cwd: await mkdtemp(join(tmpdir(), 'quayside-bucket-')),
    logFile: '/dev/null',
    env: { PATH: process.env['PATH'], PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
    stopSignal: 'SIGTERM',
  });
  const bucket = 'pictures';
  const made = async () => (await fetch(`${endpoint}/${bucket}`, { method: 'PUT' })).ok;
  await waitUntil(() => made().catch(() => false), { describe: 'the store of buckets', timeoutMs: 60_000 });
  return {
    bucket,
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    keys: async () => {
      const list = await (await fetch(`${endpoint}/${bucket}?list-type=2`)).text();
      return [...list.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key ?? '');
    },
    close: () => server.stop(),
  };
};
