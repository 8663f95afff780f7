import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Closeable, SecurityLog } from '@quayside/runtime';
import type { InsideTls } from './inside-tls.ts';
import { refuseBrokenRequest, type ProblemPage } from './refuse-broken-request.ts';
import { requireCertificate } from './require-certificate.ts';

export interface Listening extends Closeable {
  port: number;
  server: Server;
}

/** Far above the 4 s after which the gateway drops an idle connection, so that it never writes to a closed one. */
const keepAliveTimeoutMs = 65_000;

/** What is not answered by then after a stop is cut, so that the resources behind it can close in order. */
const drainMs = 5000;

/** By which certificate a process listens, and for whom. */
export interface TlsListening {
  identity: InsideTls;
  /** Names of the processes that may call, as they stand in their certificates. */
  callers: readonly string[];
  /** In which it is noted who was refused. */
  security?: SecurityLog | undefined;
}

/** A connection that shows no certificate is taken, since probes show none; what it may ask is decided for each request. */
export const createTlsListener = (
  tls: TlsListening,
  settings: ServerOptions,
  listener: RequestListener,
): Server => {
  const asked = { requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.3' } as const;
  const own = { ...settings, ...asked, ...tls.identity.current() };
  const server = createTlsServer(own, requireCertificate(listener, tls));
  tls.identity.onChange((identity) => server.setSecureContext({ ...asked, ...identity }));
  // It has all that a server of plain HTTP has.
  return server as unknown as Server;
};

/**
 * Serves `listener`. `close` takes no new connection, lets answers finish for 5 s, and ends idle connections.
 *
 * @param address.page what a person reads whose request is none
 * @param address.requestTimeoutMs how long a request may take to arrive, head and body; looked at four times in it
 * @param address.tls in place of plain HTTP: with this certificate, for the processes it names
 * @throws what `listen` emits, such as EADDRINUSE.
 */
export const listen = async (
  listener: RequestListener,
  {
    host,
    port,
    requestTimeoutMs = 30_000,
    page,
    tls,
  }: {
    host: string;
    port: number;
    requestTimeoutMs?: number;
    page?: ProblemPage;
    tls?: TlsListening | undefined;
  },
): Promise<Listening> => {
  const settings = {
    keepAliveTimeout: keepAliveTimeoutMs,
    requestTimeout: requestTimeoutMs,
    // Not above the other: Node takes the smaller of the two for the head, whichever it is.
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: requestTimeoutMs / 4,
  };
  const server = tls ? createTlsListener(tls, settings, listener) : createServer(settings, listener);
  server.on('clientError', refuseBrokenRequest(page));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    server,
    close: async () => {
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      // A connection whose request was under way becomes idle only later.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
};
