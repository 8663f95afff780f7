import { Agent } from 'node:http';
import type { Agent as TlsAgent } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { endedSessionsHeader } from '@quayside/contracts';
import { ProblemError, requestTimeout, sessionReferenceHeader } from '@quayside/http';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { createProxyMiddleware, type Plugin } from 'http-proxy-middleware';
import { keyTokenOf } from '../edge/key-tokens.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import { clientAddressOf, visitorHeader, type VisitorProof } from '../edge/client-address.ts';
import { staleHeaders, type LastAnswers } from '../downstream/last-answers.ts';
import { serviceUnavailable } from '../downstream/services.ts';
import { CallersFault, type Upstream } from '../downstream/upstreams.ts';
import type { Limits } from '../limits/limits.ts';
import { foreignCookies, readCookie, sessionCookie } from '../session/cookies.ts';
import type { Identify } from '../session/identify.ts';
import { rememberListeners } from './listeners.ts';
import type { OpenStreams } from './open-streams.ts';
import { parameterOf } from './parameter-of.ts';
import type { ProxyRoute } from './route-table.ts';

export interface ProxyOptions {
  publicOrigin: URL;
  identify: Identify;
  /** Called with the id of a user whose sessions end with what a target just did. */
  endSessionsOf: (userId: string) => void;
  openStreams: OpenStreams;
  visitorProof: VisitorProof;
  limits: Limits;
  upstream: Upstream;
  lastAnswers: LastAnswers;
  /** In place of the one for plain HTTP. */
  tlsAgent?: TlsAgent | undefined;
}

/**
 * Shared by all routes. An idle connection goes after 4 s: before the services' own 65 s, and within the time in which
 * a stopping process still answers (`DRAIN_MS`), so that no request meets a connection that is being closed.
 * There is no bound on connections: open pages hold theirs for a stream, and slow senders as long as they like; what
 * waits behind a bound waits without a limit of time.
 */
export const connectionSettings = { keepAlive: true, maxFreeSockets: 128, timeout: 4000 } as const;
const plainAgent = new Agent(connectionSettings);

/** Faults of a connection that may be due to a process that has just stopped. */
const lostConnection = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE']);

const isRead = (method: string): boolean => ['GET', 'HEAD'].includes(method);

/** May be sent once more: it changes nothing and has no body that is gone by now. */
const isRepeatable = (req: Request, error: Error): boolean =>
  isRead(req.method) &&
  req.headers['transfer-encoding'] === undefined &&
  Number(req.headers['content-length'] ?? 0) === 0 &&
  lostConnection.has((error as NodeJS.ErrnoException).code ?? '');

/** Nothing moved between us and the target for the time of the route. */
class NothingMoved extends Error {
  override readonly name = 'NothingMoved';
}

const bannedFromAnswers = ['server', 'x-powered-by', endedSessionsHeader];

const ownSession = (req: Request): string | undefined => {
  const session = readCookie(req, sessionCookie);
  return session && `${sessionCookie}=${session}`;
};

const cookiesFor = { none: () => undefined, session: ownSession, theirs: foreignCookies };

const prepareRequest = async (
  route: ProxyRoute,
  { publicOrigin, identify, visitorProof, limits }: ProxyOptions,
  req: Request,
  res: ServerResponse,
): Promise<void> => {
  const isPlain = route.showsMoreToStaff && req.res?.locals.isOutsideAdminNetworks;
  const token =
    route.identity !== 'none' && keyTokenOf(req)
      ? keyTokenOf(req)
      : await identify.token(req, res, isPlain ? 'none' : route.identity);
  if (route.costs) await limits.countAction(req, res, route.costs);
  const cookies = cookiesFor[route.cookies](req);
  if (cookies) req.headers.cookie = cookies;
  else delete req.headers.cookie;
  if (token) req.headers.authorization = `Bearer ${token}`;
  req.headers['x-forwarded-proto'] = publicOrigin.protocol.replace(':', '');
  req.headers['x-forwarded-host'] = publicOrigin.host;
  const address = clientAddressOf(req);
  req.headers['x-forwarded-for'] = address;
  const { session } = edgeFacts(req);
  if (session && !['storefront', 'old-system'].includes(route.target))
    req.headers[sessionReferenceHeader] = session;
  if (route.target === 'storefront') req.headers[visitorHeader] = visitorProof.of(address);
  const traceparent = currentTraceparent();
  const correlationId = currentCorrelationId();
  if (traceparent) req.headers.traceparent = traceparent;
  if (correlationId) req.headers['x-correlation-id'] = correlationId;
};

/** The client did not send the whole of its request. */
class SentTooSlowly extends CallersFault {}

const tooSlow = (): ProblemError =>
  new ProblemError({
    ...requestTimeout,
    // The rest of it may still come, and is not the next request.
    headers: { connection: 'close' },
  });

/** A stream goes on for as long as it likes, once it has begun. */
const streamHeadMs = 10_000;

/** Under what the answer to a request is kept, if it may be: HEAD has none of its own. */
const keptAs = (route: ProxyRoute, { method, originalUrl }: Request): string | undefined =>
  route.mayBeStale && method === 'GET' ? originalUrl : undefined;

const keepAnswer = (lastAnswers: LastAnswers, key: string, answer: IncomingMessage): void => {
  const contentType = answer.headers['content-type'];
  const mayBeKept = !answer.headers['cache-control']?.includes('no-store');
  if (answer.statusCode !== 200 || contentType === undefined || !mayBeKept || !lastAnswers.isDue(key)) return;
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => {
    if (answer.complete) lastAnswers.keep(key, { body: Buffer.concat(chunks), contentType });
  });
};

/** Before a repeat, so that those of many who lost the same process do not come at once. */
const jitterMs = 30;

/**
 * Forwards a route of the table to its target with the identity, the cookies and the trace it is due. A target
 * that does not answer is a 503 problem with `Retry-After`; a client that does not send its whole body is 408.
 */
export const createProxy = (route: ProxyRoute, target: string, options: ProxyOptions): RequestHandler => {
  const { timeoutMs } = route;
  const { upstream } = options;
  /** How each request under way learns what became of it: the emitter's only channel is shared. */
  const underWay = new WeakMap<ServerResponse, { answered: () => void; failed: (error: Error) => void }>();
  const plugin: Plugin = (server) => {
    server.on('proxyReq', (sent) => {
      const giveUp = () => sent.destroy(new NothingMoved());
      if (timeoutMs !== 'stream') {
        const patienceMs = isRead(sent.method) ? (route.readTimeoutMs ?? timeoutMs) : timeoutMs;
        return void sent.setTimeout(patienceMs, giveUp);
      }
      const untilHead = setTimeout(giveUp, streamHeadMs);
      for (const event of ['response', 'close']) sent.once(event, () => clearTimeout(untilHead));
    });
    server.on('proxyRes', (answer, req, res) => {
      const key = keptAs(route, req as Request);
      if (key !== undefined && !answer.headers['content-encoding'])
        keepAnswer(options.lastAnswers, key, answer);
      const { statusCode = 500 } = answer;
      if (route.endsSessionsOf && statusCode < 300)
        options.endSessionsOf(parameterOf(route.path, route.endsSessionsOf, (req as Request).originalUrl));
      underWay.get(res)?.answered();
      const ended = answer.headers[endedSessionsHeader];
      if (route.target === 'identity' && typeof ended === 'string') options.endSessionsOf(ended);
      for (const name of bannedFromAnswers) delete answer.headers[name];
      if (res.getHeader('connection') === 'close') answer.headers.connection = 'close';
      if (route.cookies === 'none') delete answer.headers['set-cookie'];
      // The guest session's cookie is already set on our own answer; keep both.
      const ours = res.getHeader('set-cookie');
      if (ours && answer.headers['set-cookie']) {
        answer.headers['set-cookie'] = [...[ours].flat().map(String), ...answer.headers['set-cookie']];
      }
    });
    server.on('error', (error, _req, res) => underWay.get(res as ServerResponse)?.failed(error));
  };
  const forward = createProxyMiddleware({
    target,
    agent: options.tlsAgent ?? plainAgent,
    changeOrigin: false,
    ejectPlugins: true,
    plugins: [plugin],
  });

  /** Resolves with the head of the answer, or once the client has gone. */
  const send = (req: Request, res: Response, next: NextFunction): Promise<void> =>
    new Promise((resolve, reject) => {
      const forget = rememberListeners([res, 'close'], [res, 'error'], [req, 'error']);
      const failed = (error: Error): void => {
        if (res.headersSent || res.destroyed) {
          // The client went away or the answer had begun: there is nobody to tell.
          res.destroy();
          return resolve();
        }
        forget();
        reject(error instanceof NothingMoved && !req.complete ? new SentTooSlowly() : error);
      };
      underWay.set(res, { answered: resolve, failed });
      res.once('close', resolve);
      forward(req, res, next).catch(failed);
    });

  return async (req, res, next) => {
    res.locals.routePath = route.path;
    for (const [name, value] of Object.entries(route.headers ?? {})) res.setHeader(name, value);
    if (timeoutMs === 'stream') options.openStreams.admit(req, res);
    await prepareRequest(route, options, req, res);
    const ask = () => upstream.call(() => send(req, res, next));
    const isOver = () => res.headersSent || res.destroyed;
    try {
      await ask().catch(async (error: Error) => {
        if (isOver() || !isRepeatable(req, error) || !upstream.mayRepeat()) throw error;
        await pause(Math.random() * jitterMs);
        return ask();
      });
    } catch (error) {
      if (isOver()) return;
      const key = keptAs(route, req);
      const last = key === undefined ? undefined : options.lastAnswers.find(key);
      if (last) {
        const { body, contentType } = last;
        res
          .writeHead(200, {
            'content-type': contentType,
            'content-length': body.length,
            ...staleHeaders(last, route.target),
          })
          .end(body);
        return;
      }
      throw error instanceof SentTooSlowly ? tooSlow() : serviceUnavailable(route.target, error);
    }
  };
};
