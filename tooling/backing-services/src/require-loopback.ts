import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { MachineFault } from './machine-fault.ts';

/**
 * Makes sure that this machine can call itself: without its loopback up, listening may work and no call arrives.
 *
 * @throws MachineFault when it cannot
 */
export async function requireLoopback(): Promise<void> {
  const server = createServer((socket) => socket.destroy());
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect', { signal: AbortSignal.timeout(5_000) }).finally(() => socket.destroy());
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
    throw new MachineFault(
      `This machine cannot call itself at 127.0.0.1 (${why}): bring its loopback up (ip link set lo up), and allow IPv4 on it`,
      { cause: error },
    );
  } finally {
    server.close();
  }
}
