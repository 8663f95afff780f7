import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import { explainFault, MachineFault } from './machine-fault.ts';

/** Below the ports that systems give to connections and to servers that take any, so that nobody gets one by chance. */
const [lowest, highest] = [21_000, 27_000];

const patience = 500;

/**
 * Finds free TCP ports on 127.0.0.1. All are held open until the last one is known, so that they differ; between the
 * return and the use another process may still take one, if it asks for that very port.
 *
 * @throws MachineFault when there are none, or no loopback
 */
export async function pickFreePorts(count: number): Promise<number[]> {
  const held: Server[] = [];
  try {
    for (let tries = 0; held.length < count; tries += 1) {
      if (tries === patience + count) {
        throw new MachineFault(`No free TCP port from ${lowest} to ${highest}: end what listens there`);
      }
      const server = await listen(randomInt(lowest, highest)).catch(unlessTaken);
      if (server) held.push(server);
    }
    return held.map((server) => (server.address() as AddressInfo).port);
  } finally {
    await Promise.all(held.map(close));
  }
}

/**
 * True when nobody listens on this port of 127.0.0.1.
 *
 * @throws MachineFault when there is no loopback
 */
export async function isPortFree(port: number): Promise<boolean> {
  const server = await listen(port).catch(unlessTaken);
  if (server) await close(server);
  return server !== undefined;
}

/** Taken by another, or kept by the system for root. */
function unlessTaken(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
  throw new MachineFault(explainFault(error) ?? error.message, { cause: error });
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
