// Loaded before Next.js, by `node --import`: it serves plain HTTP alone, and says nowhere with what server.
import http, { type RequestListener, type ServerOptions } from 'node:http';
import { createTlsListener, openInsideTls } from '@quayside/http';
import { createLogger, createMetrics, createSecurityLog, loadConfig } from '@quayside/runtime';
import { listenerConfig } from './config.ts';

const { TLS_DIR, TLS_CALLERS: callers = [] } = loadConfig(listenerConfig.required({ TLS_DIR: true }));
const logger = createLogger({ service: 'storefront' });
const security = createSecurityLog({ logger, metrics: createMetrics('storefront') });
const identity = openInsideTls(TLS_DIR, { logger });

const byTls = (settings: ServerOptions, listener: RequestListener = () => undefined) =>
  createTlsListener({ identity, callers, security }, settings, listener);

// The module is one object for all that load it, so that this is the server which Next.js makes.
http.createServer = ((first: ServerOptions | RequestListener = {}, second?: RequestListener) =>
  typeof first === 'function' ? byTls({}, first) : byTls(first, second)) as typeof http.createServer;
