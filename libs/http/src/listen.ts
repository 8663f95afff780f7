import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import type { Closeable } from '@quayside/runtime';

export interface Listening extends Closeable {
  port: number;
  server: Server;
}

/** Far above the 4 s after which the gateway drops an idle connection, so that it never writes to a closed one. */
const keepAliveTimeoutMs = 65_000;

/**
 * For how long a stop leaves idle connections open. Who uses theirs meanwhile is told with the answer that it
 * closes; ended at once, a request that is on its way would be lost.
 */
const farewellMs = 500;

/** What is not answered by then after a stop is cut, so that the resources behind it can close in order. */
const drainMs = 5000;

/**
 * Serves `listener`. `close` takes no new connection, answers what comes on the open ones with `Connection: close`,
 * lets answers finish for 5 s, and ends idle connections after half a second.
 *
 * @throws what `listen` emits, such as EADDRINUSE.
 */
export const listen = async (
  listener: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> => {
  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs, requestTimeout: 30_000 }, listener);
  server.headersTimeout = keepAliveTimeoutMs + 1000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    close: async () => {
      server.prependListener('request', (_req, res) => void res.setHeader('connection', 'close'));
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      const farewellEnds = Date.now() + farewellMs;
      // A connection whose request was under way becomes idle only later.
      const sweep = setInterval(() => {
        if (Date.now() >= farewellEnds) server.closeIdleConnections();
      }, 50);
      await new Promise<void>((resolve, reject) => {
        // The close of an HTTP server would end idle connections at once.
        NetServer.prototype.close.call(server, (error) => (error ? reject(error) : resolve()));
      });
      clearInterval(sweep);
      clearTimeout(cut);
      // What is left of it: the timer that checks for slow requests.
      server.close();
    },
  };
};
