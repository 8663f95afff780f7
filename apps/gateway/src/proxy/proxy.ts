import { Agent } from 'node:http';
import type { ServerResponse } from 'node:http';
import { ProblemError, requestTimeout } from '@quayside/http';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { Request, RequestHandler } from 'express';
import { createProxyMiddleware, type Plugin } from 'http-proxy-middleware';
import { clientAddressOf, visitorHeader, type VisitorProof } from '../edge/client-address.ts';
import { serviceUnavailable } from '../downstream/services.ts';
import { foreignCookies, readCookie, sessionCookie } from '../session/cookies.ts';
import type { Identify } from '../session/identify.ts';
import { parameterOf } from './parameter-of.ts';
import type { ProxyRoute } from './route-table.ts';

export interface ProxyOptions {
  publicOrigin: URL;
  identify: Identify;
  /** Called with the id of a user whose sessions end with what a target just did. */
  endSessionsOf: (userId: string) => void;
  /** Streams under way; they never end by themselves, so whoever stops the process ends them. */
  openStreams: Set<ServerResponse>;
  visitorProof: VisitorProof;
}

/**
 * Shared by all routes. An idle connection goes after 4 s: before the services' own 65 s, and within the time in which
 * a stopping process still answers (`DRAIN_MS`), so that no request meets a connection that is being closed.
 * There is no bound on connections: open pages hold theirs for a stream, and slow senders as long as they like; what
 * waits behind a bound waits without a limit of time.
 */
const agent = new Agent({ keepAlive: true, maxFreeSockets: 128, timeout: 4000 });

/** Faults of a connection that may be due to a process that has just stopped. */
const lostConnection = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE']);

/** May be sent once more: it changes nothing and has no body that is gone by now. */
const isRepeatable = (req: Request, error: Error): boolean =>
  ['GET', 'HEAD'].includes(req.method) &&
  req.headers['transfer-encoding'] === undefined &&
  Number(req.headers['content-length'] ?? 0) === 0 &&
  lostConnection.has((error as NodeJS.ErrnoException).code ?? '');

/** Nothing moved between us and the target for the time of the route. */
class NothingMoved extends Error {
  override readonly name = 'NothingMoved';
}

const bannedFromAnswers = ['server', 'x-powered-by'];

const ownSession = (req: Request): string | undefined => {
  const session = readCookie(req, sessionCookie);
  return session && `${sessionCookie}=${session}`;
};

const cookiesFor = { none: () => undefined, session: ownSession, theirs: foreignCookies };

const prepareRequest = async (
  route: ProxyRoute,
  { publicOrigin, identify, visitorProof }: ProxyOptions,
  req: Request,
  res: ServerResponse,
): Promise<void> => {
  const token = await identify.token(req, res, route.identity);
  const cookies = cookiesFor[route.cookies](req);
  if (cookies) req.headers.cookie = cookies;
  else delete req.headers.cookie;
  if (token) req.headers.authorization = `Bearer ${token}`;
  req.headers['x-forwarded-proto'] = publicOrigin.protocol.replace(':', '');
  req.headers['x-forwarded-host'] = publicOrigin.host;
  const address = clientAddressOf(req);
  req.headers['x-forwarded-for'] = address;
  if (route.target === 'storefront') req.headers[visitorHeader] = visitorProof.of(address);
  const traceparent = currentTraceparent();
  const correlationId = currentCorrelationId();
  if (traceparent) req.headers.traceparent = traceparent;
  if (correlationId) req.headers['x-correlation-id'] = correlationId;
};

const tooSlow = (): ProblemError =>
  new ProblemError({
    ...requestTimeout,
    // The rest of it may still come, and is not the next request.
    headers: { connection: 'close' },
  });

/**
 * Forwards a route of the table to its target with the identity, the cookies and the trace it is due. A target
 * that does not answer is a 503 problem with `Retry-After`; a client that does not send its whole body is 408.
 */
export const createProxy = (route: ProxyRoute, target: string, options: ProxyOptions): RequestHandler => {
  const { timeoutMs } = route;
  /** How each request under way learns that its target failed: the emitter's only channel is shared. */
  const failures = new WeakMap<ServerResponse, (error: Error) => void>();
  const trackStream = (res: ServerResponse): void => {
    options.openStreams.add(res);
    res.once('close', () => options.openStreams.delete(res));
  };
  const plugin: Plugin = (server) => {
    server.on('proxyReq', (sent) => {
      if (timeoutMs !== 'stream') sent.setTimeout(timeoutMs, () => sent.destroy(new NothingMoved()));
    });
    server.on('proxyRes', (answer, req, res) => {
      const { statusCode = 500 } = answer;
      if (route.endsSessionsOf && statusCode < 300)
        options.endSessionsOf(parameterOf(route.path, route.endsSessionsOf, (req as Request).originalUrl));
      for (const name of bannedFromAnswers) delete answer.headers[name];
      if (res.getHeader('connection') === 'close') answer.headers.connection = 'close';
      if (route.cookies === 'none') delete answer.headers['set-cookie'];
      // The guest session's cookie is already set on our own answer; keep both.
      const ours = res.getHeader('set-cookie');
      if (ours && answer.headers['set-cookie']) {
        answer.headers['set-cookie'] = [...[ours].flat().map(String), ...answer.headers['set-cookie']];
      }
    });
    server.on('error', (error, _req, res) => failures.get(res as ServerResponse)?.(error));
  };
  const forward = createProxyMiddleware({
    target,
    agent,
    changeOrigin: false,
    ejectPlugins: true,
    plugins: [plugin],
  });

  return async (req, res, next) => {
    res.locals.routePath = route.path;
    await prepareRequest(route, options, req, res);
    if (timeoutMs === 'stream') trackStream(res);
    const giveUp = (error: Error): void => {
      // The client went away or the answer had begun: there is nobody to tell.
      if (res.headersSent || res.destroyed) res.destroy();
      else
        next(
          error instanceof NothingMoved && !req.complete
            ? tooSlow()
            : serviceUnavailable(route.target, error),
        );
    };
    failures.set(res, (error) => {
      if (res.headersSent || res.destroyed || !isRepeatable(req, error)) return giveUp(error);
      failures.set(res, giveUp);
      void forward(req, res, next);
    });
    await forward(req, res, next);
  };
};
