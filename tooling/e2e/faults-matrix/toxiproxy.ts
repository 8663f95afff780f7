import { join } from 'node:path';
import { fetchTool, runClient, spawnGuarded } from '@quayside/backing-services';
import { eventually } from '../src/control.ts';

const version = '2.12.0';
const program = 'server';

/**
 * Builds toxiproxy once, with Go, into a folder of its own.
 *
 * @throws MachineFault that says why there is none, such as that there is no Go
 */
export const fetchToxiproxy = async (toolsDir: string): Promise<string> => {
  const build = async (into: string) => {
    await runClient('go', ['install', `github.com/Shopify/toxiproxy/v2/cmd/server@v${version}`], into, {
      as: `go install toxiproxy ${version}`,
      env: { GOBIN: into },
    });
  };
  return join(await fetchTool(toolsDir, `toxiproxy-${version}`, build), program);
};

/** One connection to stand before: who is called, at which port, and at which port instead. */
export interface Passage {
  name: string;
  port: number;
  calledAt: number;
}

/** What toxiproxy calls a toxic, with what is told of it. */
interface Toxic {
  type: 'latency' | 'timeout' | 'reset_peer';
  attributes: Record<string, number>;
}

export interface Toxiproxy {
  /** Nothing listens any more. */
  takeDown(name: string): Promise<void>;
  poison(name: string, toxic: Toxic): Promise<void>;
  /** Everything passes again. */
  heal(): Promise<void>;
  stop(): Promise<void>;
}

/** Stands before each of `passages` until it is stopped. */
export const startToxiproxy = async (
  command: string,
  { port, passages, folder }: { port: number; passages: readonly Passage[]; folder: string },
): Promise<Toxiproxy> => {
  const running = await spawnGuarded({
    command,
    args: ['-host', '127.0.0.1', '-port', String(port)],
    cwd: folder,
    logFile: join(folder, 'toxiproxy.log'),
    stopSignal: 'SIGTERM',
  });
  const tell = async (path: string, body?: unknown): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`toxiproxy ${path}: ${await answer.text()}`);
  };
  const doors = passages.map(({ name, port: at, calledAt }) => ({
    name,
    listen: `127.0.0.1:${calledAt}`,
    upstream: `127.0.0.1:${at}`,
    enabled: true,
  }));
  await eventually('toxiproxy', () => tell('/populate', doors).then(() => true), 10_000);
  return {
    takeDown: (name) => tell(`/proxies/${name}`, { enabled: false }),
    poison: (name, { type, attributes }) =>
      tell(`/proxies/${name}/toxics`, { type, attributes, stream: 'downstream' }),
    heal: () => tell('/reset'),
    stop: () => running.stop(),
  };
};
