import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, waitUntil } from '@quayside/testkit';
import { clientSecret } from './open-id-provider.ts';
import { servicesAt } from './services-at.ts';

const entry = join(import.meta.dirname, '../src/main/gateway.ts');
const nowhere = 'http://127.0.0.1:9';

/** The gateway as a process of its own, for what a process says on its error stream; what it is not told of is away. */
export const startGatewayProcess = async (environment: Record<string, string>) => {
  const [port, managementPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [entry], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port) },
      ...{ MANAGEMENT_PORT: String(managementPort), PUBLIC_ORIGIN: `http://localhost:${port}` },
      ...servicesAt(nowhere),
      ...{ STOREFRONT_URL: nowhere, PAYMENT_FORM_URL: 'http://localhost:8201/card-form' },
      ...{ GATEWAY_CLIENT_SECRET: clientSecret, LIMIT_FACTOR: '0' },
      ...environment,
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = once(child, 'exit');
  const management = `http://127.0.0.1:${managementPort}`;
  const isThere = async () => (await fetch(`${management}/healthz`)).ok;
  await waitUntil(isThere, { timeoutMs: 60_000, describe: 'the process to listen' });
  return {
    origin: `http://127.0.0.1:${port}`,
    management,
    pid: child.pid ?? 0,
    /** All that it wrote to its error stream. */
    complaints: () => said,
    close: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
export type GatewayProcess = Awaited<ReturnType<typeof startGatewayProcess>>;
