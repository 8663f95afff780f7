import { readFileSync } from 'node:fs';
import { Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, getCACertificates } from 'node:tls';
import type { Closeable, Logger } from '@quayside/runtime';
import { z } from 'zod';

/** By which processes speak TLS among themselves. */
export const insideTlsConfig = {
  TLS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'folder with tls.crt, tls.key and ca.crt, as cert-manager writes it: processes show each other certificates of this CA, and speak nothing but TLS; absent: plain HTTP',
    ),
};

/** PEM. */
export interface Identity {
  cert: string;
  key: string;
  /** Of those whose certificates count. */
  ca: string;
}

/** What a process shows to those that it calls and that call it, as it is on the disk now. */
export interface InsideTls extends Closeable {
  current(): Identity;
  /** Called with each renewed one. */
  onChange(listener: (identity: Identity) => void): void;
}

const rereadMs = 10_000;

const read = (folder: string): Identity => {
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');
  const identity = { cert: file('tls.crt'), key: file('tls.key'), ca: file('ca.crt') };
  // Throws where they do not belong together, as while one of them is already new and another is not.
  createSecureContext(identity);
  return identity;
};

/**
 * Reads certificate, key and CA, and goes on looking whether they were renewed.
 *
 * @param options.everyMs how often it looks
 * @throws what keeps them from being read, or from belonging together
 */
export const openInsideTls = (
  folder: string,
  { logger, everyMs = rereadMs }: { logger: Logger; everyMs?: number },
): InsideTls => {
  let identity = read(folder);
  const listeners: ((identity: Identity) => void)[] = [];
  const look = (): void => {
    try {
      const found = read(folder);
      if (found.cert === identity.cert && found.key === identity.key && found.ca === identity.ca) return;
      identity = found;
      for (const listener of listeners) listener(identity);
      logger.info('the certificate was renewed');
    } catch (error) {
      logger.warn({ err: error }, 'the certificate could not be read again; the one before goes on');
    }
  };
  const timer = setInterval(look, everyMs).unref();
  return {
    current: () => identity,
    onChange: (listener) => void listeners.push(listener),
    close: async () => clearInterval(timer),
  };
};

/** Names of Services of the cluster, and this machine. Others have certificates of public CAs, and are shown none of ours. */
const isInside = (host: string): boolean =>
  !host.includes('.') ||
  /\.svc(\.cluster\.local)?$/.test(host) ||
  /^(127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);

/** Has every `fetch` of this process show its certificate to those inside, and take none there but of their CA. */
export const fetchByTls = async (tls: InsideTls): Promise<void> => {
  // Not loaded where it is not needed. In a bundle a module of CommonJS that is imported late has no other name than `default`.
  const { Agent, buildConnector, setGlobalDispatcher } = (await import('undici')).default;
  const outside = buildConnector({ ca: getCACertificates('default') });
  const showing = (identity: Identity) => {
    const inside = buildConnector({ ...identity });
    return new Agent({
      connect: (options, callback) => (isInside(options.hostname) ? inside : outside)(options, callback),
    });
  };
  let agent = showing(tls.current());
  setGlobalDispatcher(agent);
  tls.onChange((identity) => {
    const former = agent;
    agent = showing(identity);
    setGlobalDispatcher(agent);
    // Once what is under way by it has come to its end.
    void former.close();
  });
};

/** Read once: Node.js would read the certificate and its CA anew for each connection, and keep them as long as it stands. */
const readOnce = (identity: Identity) => ({ ...identity, secureContext: createSecureContext(identity) });

/**
 * An agent of `node:https` for one target, which shows the certificate.
 *
 * @param target whose name has to be in the certificate it shows, whatever the `Host` of a request says
 */
export const tlsAgent = (
  tls: InsideTls,
  target: string,
  options: ConstructorParameters<typeof HttpsAgent>[0],
): HttpsAgent => {
  const { hostname } = new URL(target);
  const agent = new HttpsAgent({
    ...options,
    ...readOnce(tls.current()),
    servername: isIP(hostname) ? '' : hostname,
  });
  tls.onChange((identity) => void Object.assign(agent.options, readOnce(identity)));
  return agent;
};
