import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { z } from 'zod';

const name = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** Which processes a process that listens by TLS lets in. */
export const insideCallersConfig = {
  TLS_CALLERS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(
      z.array(z.string().regex(name, 'must be names of processes by comma, such as gateway,ordering-worker')),
    )
    .optional()
    .describe(
      'with TLS_DIR: names by comma of the processes that may call, as they stand in their certificates; absent: none may',
    ),
};

/** What a certificate has to be called that may ask for the metrics, of every process, and for nothing else. */
export const scraperName = 'metrics';

/** Who stands at the other end of a connection by TLS. */
export interface InsideCaller {
  /** Whether its certificate is of our CA. */
  readonly isOurs: boolean;
  /** Whether it may ask for everything. */
  readonly isAccepted: boolean;
  readonly isScraper: boolean;
  /** The names in its certificate, for the log. */
  readonly names: string;
}

const stranger: InsideCaller = { isOurs: false, isAccepted: false, isScraper: false, names: '' };

/** No name with a star fits, and the subject is not looked at: names are those that the CA was asked for as such. */
const exactly = { subject: 'never', wildcards: false } as const;

/**
 * Tells who calls, by the names in the certificate that was shown.
 *
 * @param accepted names of those that may ask for everything
 */
export const insideCallers = (accepted: readonly string[]): ((req: IncomingMessage) => InsideCaller) => {
  const known = new WeakMap<TLSSocket, InsideCaller>();
  const read = (socket: TLSSocket): InsideCaller => {
    const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
    if (!certificate) return stranger;
    const isCalled = (one: string) => certificate.checkHost(one, exactly) !== undefined;
    return {
      isOurs: true,
      isAccepted: accepted.some(isCalled),
      isScraper: isCalled(scraperName),
      names: certificate.subjectAltName ?? '',
    };
  };
  return ({ socket }) => {
    const found = known.get(socket as TLSSocket) ?? read(socket as TLSSocket);
    known.set(socket as TLSSocket, found);
    return found;
  };
};
