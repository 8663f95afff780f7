import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import type { Health, Logger, Metrics } from '@quayside/runtime';
import type { z } from 'zod';
import { authorize, type AuthRule } from './authorize.ts';
import { openEventStream, type EventStream } from './event-stream.ts';
import { listen, type Listening } from './listen.ts';
import { observeRequests } from './observe.ts';
import { openApiOf } from './open-api.ts';
import { parseInput } from './parse-input.ts';
import { mountProbes } from './probes.ts';
import { routeNotFound, toProblem, type ProblemMap, type ProblemOptions } from './problem.ts';
import type { AnyRoute, Route } from './route.ts';
import { sendAnswer, sendProblem, sendProblemPage } from './send.ts';
import type { TokenVerifier } from './token-verifier.ts';

export interface ApiOptions {
  logger: Logger;
  health: Health;
  metrics: Metrics;
  title: string;
  version: string;
  /** Needed as soon as one route asks for a principal. */
  auth?: TokenVerifier;
  problems?: ProblemMap;
  /** Answers are checked against their schemas; production turns it off, for speed. */
  checkAnswers?: boolean;
  bodyLimit?: string;
  /** True where anybody reaches the port: no probes there, and no correlation id is taken from outside. */
  isPublic?: boolean;
  /** What browsers get in place of the problem document where they open an address for a person to read. */
  problemPage?: {
    html(problem: ProblemOptions): string;
    /** Addresses below these prefixes answer problem documents to everybody. */
    notBelow: readonly string[];
  };
}

export interface Api {
  readonly app: Express;
  /** For what is not JSON in and out: pages, static files. Comes before the 404. */
  readonly router: Router;
  route<
    Params extends z.ZodObject | undefined = undefined,
    Query extends z.ZodObject | undefined = undefined,
    Body extends z.ZodType | undefined = undefined,
    const Auth extends AuthRule = AuthRule,
  >(
    route: Route<Params, Query, Body, Auth>,
  ): void;
  /** A Server-Sent Events answer that ends when the server stops. */
  eventStream(req: Request, res: Response): EventStream;
  openApi(): object;
  listen(address: { host: string; port: number }): Promise<Listening>;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+')}/?$`);

const signalOf = (res: Response): AbortSignal => {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  return controller.signal;
};

/**
 * The Express 5 shell of a service: probes, spans and metrics, typed routes, problem documents (RFC 9457) for
 * everything that goes wrong, OpenAPI 3.1 at `/openapi.json`.
 */
export const createApi = (options: ApiOptions): Api => {
  const { logger, problems = {}, checkAnswers = true } = options;
  const routes: AnyRoute[] = [];
  const streams = new Set<EventStream>();
  const app = express();
  const router = Router();
  const json = express.json({ limit: options.bodyLimit ?? '100kb', strict: true });
  app.disable('x-powered-by');
  app.set('etag', false);
  const { isPublic = false } = options;
  if (!isPublic) mountProbes(app, options);
  app.use((_req, res, next) => {
    // A client that goes on using the connection would meet its end in the middle of a request.
    if (options.health.isDraining()) res.setHeader('connection', 'close');
    next();
  });
  app.use(observeRequests(options.metrics, { isPublic }));
  app.get('/openapi.json', (_req, res) => void res.json(openApi()));
  app.use(router);
  app.use(answerUnmatched);
  app.use(answerFault);

  function openApi(): object {
    return openApiOf(routes, { title: options.title, version: options.version, problems });
  }

  function answerProblem(req: Request, res: Response, problem: ProblemOptions): void {
    // Sent by browsers where the answer becomes the page, and not by scripts (Fetch Metadata).
    const isForReading = req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate';
    const { problemPage } = options;
    const hasPage = problemPage && !problemPage.notBelow.some((prefix) => req.path.startsWith(`${prefix}/`));
    if (isForReading && hasPage) sendProblemPage(res, problem, problemPage.html(problem));
    else sendProblem(res, problem, req.path);
  }

  function answerUnmatched(req: Request, res: Response): void {
    const allowed = routes.filter(({ path }) => patternOf(path).test(req.path)).map(({ method }) => method);
    if (allowed.length === 0) return answerProblem(req, res, routeNotFound);
    const allow = allowed.join(', ').toUpperCase();
    const refused = {
      status: 405,
      code: 'method-not-allowed',
      title: `Only ${allow} here`,
      headers: { allow },
    };
    return answerProblem(req, res, refused);
  }

  // Express knows an error handler by its four parameters.
  function answerFault(error: unknown, req: Request, res: Response, _next: NextFunction): void {
    const problem = toProblem(error, problems);
    const what = { code: problem.code, method: req.method, path: req.path };
    // 500 is a fault of ours; any other 5xx says that something else is away, which it reports itself.
    if (problem.status === 500) logger.error({ ...what, err: error }, problem.title);
    else if (problem.status > 500) logger.warn({ ...what, err: error }, problem.title);
    else logger.debug(what, 'request refused');
    if (res.headersSent) res.destroy();
    else answerProblem(req, res, problem);
  }

  const checkAnswer = (route: AnyRoute, status: number, body: unknown): void => {
    const schema = route.responses[status]?.schema;
    if (!checkAnswers || !schema || Buffer.isBuffer(body)) return;
    const result = schema.safeParse(body);
    if (!result.success) {
      throw new Error(`${route.method} ${route.path} answered ${status} against its schema`, {
        cause: result.error,
      });
    }
  };

  const principalOf = async (req: Request, rule: AuthRule) => {
    if (rule === 'none') return undefined;
    if (!options.auth) throw new Error('A route asks for a principal but no token verifier was given');
    return authorize(req, rule, options.auth);
  };

  const handle = (route: AnyRoute) => async (req: Request, res: Response) => {
    const principal = await principalOf(req, route.auth);
    const input = parseInput(req, route);
    const answer = await route.handler({ ...input, principal, req, res, signal: signalOf(res) } as Parameters<
      AnyRoute['handler']
    >[0]);
    if (!answer) return;
    checkAnswer(route, answer.status, answer.body);
    sendAnswer(res, answer);
  };

  return {
    app,
    router,
    route: (definition) => {
      const route = definition as unknown as AnyRoute;
      routes.push(route);
      router[route.method](
        route.path,
        (_req, res, next) => {
          res.locals.routePath = route.path;
          next();
        },
        ...(route.body ? [json] : []),
        handle(route),
      );
    },
    eventStream: (req, res) => {
      const stream = openEventStream(req, res);
      streams.add(stream);
      stream.onClose(() => streams.delete(stream));
      return stream;
    },
    openApi,
    listen: async (address) => {
      const listening = await listen(app, address);
      return {
        ...listening,
        close: async () => {
          const closed = listening.close();
          for (const stream of streams) stream.close();
          await closed;
        },
      };
    },
  };
};
