import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls';
import { createTestCa, type TestCa } from './certificates.ts';

interface CertificateServer {
  /** `localhost:<port>`. */
  readonly host: string;
  /** What clients said to it by TLS, in bytes. */
  said(): number;
  /** Resolves once a client speaks to it by TLS. */
  readonly spokenTo: Promise<void>;
}

/** What a server says in the clear before TLS begins, or as the first by TLS. */
interface Manners {
  /** Is asked for TLS by eight bytes, as PostgreSQL is (`SSLRequest`), and answers `S`. */
  readonly asksFirst?: boolean;
  readonly greeting?: string;
}

const startServer = async (
  { cert, key }: Awaited<ReturnType<TestCa['issue']>>,
  { asksFirst = false, greeting }: Manners,
) => {
  const secureContext = createSecureContext({ cert, key });
  const spokenTo = Promise.withResolvers<void>();
  const open = new Set<Socket>();
  let said = 0;
  const speakTls = (socket: Socket): void => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => undefined); // who does not take the certificate leaves
    if (greeting !== undefined) secured.write(greeting);
    secured.on('data', (chunk) => {
      said += chunk.length;
      spokenTo.resolve();
      socket.destroy();
    });
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    if (!asksFirst) return speakTls(socket);
    socket.once('data', () => {
      socket.write('S');
      speakTls(socket);
    });
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    said: () => said,
    spokenTo: spokenTo.promise,
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
};

/** Whoever connects to them by `localhost` may go on with the first alone. */
export interface CertificateServers {
  readonly right: CertificateServer;
  readonly unknownCa: CertificateServer;
  readonly otherHost: CertificateServer;
  close(): void;
}

/**
 * Servers that speak TLS and no more, for tests of a client: one with a certificate by a CA that this process trusts
 * until they are closed, as those of `NODE_EXTRA_CA_CERTS` are; one by a CA that nobody knows; one of the trusted CA for
 * another host.
 */
export const startCertificateServers = async (manners: Manners = {}): Promise<CertificateServers> => {
  const [known, unknown] = [await createTestCa('the-shop'), await createTestCa('somebody')];
  const trusted = getCACertificates('default');
  const [right, unknownCa, otherHost] = await Promise.all([
    startServer(await known.issue('store'), manners),
    startServer(await unknown.issue('store'), manners),
    startServer(await known.issue('store', 'store.elsewhere.test'), manners),
  ]);
  setDefaultCACertificates([...trusted, known.cert]);
  return {
    ...{ right, unknownCa, otherHost },
    close: () => {
      setDefaultCACertificates(trusted);
      for (const server of [right, unknownCa, otherHost]) server.close();
    },
  };
};

/** The two that a client must refuse, for `test.each`, and what it says then. */
export const refusedCertificates = [
  ['by a CA that nobody knows', 'unknownCa', /unable to verify|self-signed|unable to get/i],
  ['for another host', 'otherHost', /altnames|ALTNAME/],
] as const;
