import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import {
  deprecationHeaders,
  type ApiDefinition,
  type ProcessStatus,
  type RouteDefinition,
} from '@quayside/contracts';
import type { IncomingMessage } from 'node:http';
import {
  createSecurityLog,
  type Health,
  type Logger,
  type Metrics,
  type SecurityFacts,
  type SecurityLog,
} from '@quayside/runtime';
import { authorizeByToken, principalIfAny, type Authorize } from './authorize.ts';
import { callerFacts } from './caller-facts.ts';
import { checkAnswer } from './check-answer.ts';
import { openEventStream, type EventStream } from './event-stream.ts';
import { listen, type Listening, type TlsListening } from './listen.ts';
import { observeRequests } from './observe.ts';
import type { Handlers, ServedRoute } from './handler.ts';
import { noteRefusal } from './note-refusal.ts';
import { createNoteRefusedInput } from './note-refused-input.ts';
import { openApiOf } from './open-api.ts';
import { parseInput } from './parse-input.ts';
import { readUpload, streamUpload } from './read-upload.ts';
import { mountProbes } from './probes.ts';
import {
  methodNotAllowed,
  ProblemError,
  routeNotFound,
  toProblem,
  type ProblemMap,
  type ProblemOptions,
} from './problem.ts';
import { routesAt } from './routes-at.ts';
import { sendAnswer, sendProblem, sendProblemPage } from './send.ts';
import { requireStepUp } from './step-up.ts';
import type { Principal, TokenVerifier } from './token-verifier.ts';

export interface ApiOptions {
  logger: Logger;
  health: Health;
  metrics: Metrics;
  /** Of the OpenAPI document of a process that serves none. */
  title?: string;
  version: string;
  /** Verifies bearer tokens; needed as soon as one route is not for everybody. */
  auth?: TokenVerifier;
  /** Who calls, where that is not said by a bearer token. */
  authorize?: Authorize;
  /** Whether `Authorization` shows the gateway's own credentials; needed for routes of that audience. */
  isGateway?: (authorization: string | undefined) => boolean;
  /** The same for the credentials of another service. */
  isService?: (authorization: string | undefined) => boolean;
  /** Routes for staff are closed to whoever signed in without a second factor. */
  staffNeedSecondFactor?: boolean;
  now?: () => Date;
  /** In place of one that writes to the log alone. */
  security?: SecurityLog;
  /** Who calls, for the security log, where that is not said by a token and the gateway. */
  factsOf?: (req: IncomingMessage) => SecurityFacts;
  /** Comes before the handler of every route, once it is known who calls; a throw is the answer. */
  onCall?: (req: Request, res: Response, route: RouteDefinition) => Promise<void>;
  /** What the process says of itself, to whoever reaches its probes. */
  status?: () => Promise<ProcessStatus>;
  /** Answers are checked against their schemas; production turns it off, for speed. */
  checkAnswers?: boolean;
  bodyLimit?: string;
  /** Sent with every answer that does not say otherwise, beside those that keep a browser from guessing and framing. */
  headers?: Readonly<Record<string, string>>;
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
  /**
   * Serves routes of an API by their names. More of the same API may follow; `listen` throws while one of it is not
   * served.
   */
  serve<const D extends ApiDefinition>(definition: D, handlers: Handlers<D['routes']>): void;
  /** A Server-Sent Events answer that ends when the server stops. */
  eventStream(req: Request, res: Response): EventStream;
  openApi(): object;
  /** Refusals of callers by TLS are noted in the API's security log. */
  listen(address: {
    host: string;
    port: number;
    tls?: Omit<TlsListening, 'security'> | undefined;
  }): Promise<Listening>;
}

const protective = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'none'",
};

/** What is about somebody in particular is kept by nobody on the way. */
const isPersonal = ({ audience, showsMoreTo }: RouteDefinition, req: Request): boolean =>
  audience !== 'public' || (showsMoreTo !== undefined && req.headers.authorization !== undefined);

const notAProcess = (audience: 'gateway' | 'service'): ProblemOptions => ({
  status: 401,
  code: 'unauthenticated',
  title: audience === 'gateway' ? 'Only the gateway may do this' : 'Only services may do this',
  headers: { 'www-authenticate': 'Basic realm="services"' },
});

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
  const { logger, checkAnswers = true, factsOf = callerFacts } = options;
  const { staffNeedSecondFactor = false, now = () => new Date() } = options;
  const security = options.security ?? createSecurityLog(options);
  const noteRefusedInput = createNoteRefusedInput({ security, factsOf, now: () => now().getTime() });
  const authorize = options.authorize ?? (options.auth && authorizeByToken(options.auth));
  const processes = { gateway: options.isGateway, service: options.isService };
  const definitions = new Map<string, ApiDefinition>();
  const served = new Map<RouteDefinition, ServedRoute>();
  let problems: ProblemMap = {};
  const streams = new Set<EventStream>();
  const app = express();
  const router = Router();
  const json = express.json({ limit: options.bodyLimit ?? '100kb', strict: true });
  app.disable('x-powered-by');
  app.set('etag', false);
  const { isPublic = false } = options;
  if (!isPublic) mountProbes(app, options);
  app.use((_req, res, next) => {
    for (const [name, value] of Object.entries({ ...protective, ...options.headers }))
      res.setHeader(name, value);
    // A client that goes on using the connection would meet its end in the middle of a request.
    if (options.health.isDraining()) res.setHeader('connection', 'close');
    next();
  });
  app.use(observeRequests(options.metrics, { isPublic }));
  app.get('/openapi.json', (_req, res) => void res.json(openApi()));
  app.use((req, res, next) => {
    // Express would answer by itself, with the methods of every pattern that fits.
    const isOurs = req.method === 'OPTIONS' && routesAt(req.path, [...served.keys()]).length > 0;
    return isOurs ? answerUnmatched(req, res) : next();
  });
  app.use(router);
  app.use(answerUnmatched);
  app.use(answerFault);

  function openApi(): object {
    const apis = [...definitions.values()];
    const title = apis[0] ? `Quayside ${apis[0].title}` : (options.title ?? 'Quayside');
    return openApiOf(apis, { title, version: options.version });
  }

  function answerProblem(req: Request, res: Response, problem: ProblemOptions): void {
    // Sent by browsers where the answer becomes the page, and not by scripts (Fetch Metadata).
    const isForReading = ['GET', 'POST'].includes(req.method) && req.headers['sec-fetch-mode'] === 'navigate';
    const { problemPage } = options;
    const hasPage = problemPage && !problemPage.notBelow.some((prefix) => req.path.startsWith(`${prefix}/`));
    if (isForReading && hasPage) sendProblemPage(res, problem, problemPage.html(problem));
    else sendProblem(res, problem, req.path);
  }

  function answerUnmatched(req: Request, res: Response): void {
    const allowed = routesAt(req.path, [...served.keys()]).map(({ method }) => method.toUpperCase());
    return answerProblem(req, res, allowed.length === 0 ? routeNotFound : methodNotAllowed(allowed));
  }

  // Express knows an error handler by its four parameters.
  function answerFault(error: unknown, req: Request, res: Response, _next: NextFunction): void {
    const problem = toProblem(error, problems);
    const what = { code: problem.code, method: req.method, path: req.path };
    // 500 is a fault of ours; any other 5xx says that something else is away, which it reports itself.
    if (problem.status === 500) logger.error({ ...what, err: error }, problem.title);
    else if (problem.status > 500) logger.warn({ ...what, err: error }, problem.title);
    else logger.debug(what, 'request refused');
    noteRefusal(security, factsOf, req, problem);
    noteRefusedInput(req, problem, res.locals.routePath);
    if (res.headersSent) res.destroy();
    else answerProblem(req, res, problem);
  }

  const principalOf = async (req: Request, res: Response, route: RouteDefinition) => {
    const { audience } = route;
    if (audience === 'public') return undefined;
    if (audience !== 'gateway' && audience !== 'service') {
      const principal = await authorize?.(req, res, audience, route.keyScope);
      if (principal) requireStepUp(route, principal, { staffNeedSecondFactor, now: now() });
      return principal;
    }
    if (!processes[audience]?.(req.headers.authorization)) throw new ProblemError(notAProcess(audience));
    return undefined;
  };

  const uploadOf = async (req: Request, res: Response, { upload }: RouteDefinition) =>
    upload?.isStreamed ? streamUpload(req, upload) : upload && readUpload(req, res, upload);

  const handle =
    ({ definition, handler }: ServedRoute) =>
    async (req: Request, res: Response) => {
      for (const [name, value] of Object.entries(deprecationHeaders(definition))) res.setHeader(name, value);
      if (isPersonal(definition, req)) res.setHeader('cache-control', 'no-store');
      const principal = await principalOf(req, res, definition);
      await options.onCall?.(req, res, definition);
      const input = parseInput(req, definition);
      const caller = async () => options.auth && principalIfAny(req, options.auth);
      const answer = await handler({
        ...input,
        upload: await uploadOf(req, res, definition),
        principal: principal as Principal,
        caller,
        req,
        res,
        signal: signalOf(res),
      } as Parameters<ServedRoute['handler']>[0]);
      if (!answer) return;
      if (checkAnswers) checkAnswer(definition, answer.status, answer.body);
      sendAnswer(res, answer);
    };

  const mayServe = ({ audience }: RouteDefinition): boolean => {
    if (audience === 'public') return true;
    return (audience === 'gateway' || audience === 'service' ? processes[audience] : authorize) !== undefined;
  };

  const serveRoute = (route: ServedRoute): void => {
    const { definition } = route;
    const name = `${definition.method} ${definition.path}`;
    if (!mayServe(definition)) throw new Error(`${name} asks who calls, and nothing here can tell`);
    if (served.has(definition)) throw new Error(`${name} is served twice`);
    served.set(definition, route);
    router[definition.method](
      definition.path,
      (_req, res, next) => {
        res.locals.routePath = definition.path;
        next();
      },
      ...(definition.body ? [json] : []),
      handle(route),
    );
  };

  const requireAllServed = (): void => {
    const missing = [...definitions.values()].flatMap(({ routes }) =>
      Object.entries(routes).filter(([, route]) => !served.has(route)),
    );
    if (missing.length === 0) return;
    throw new Error(`No handler for ${missing.map(([name]) => name).join(', ')}`);
  };

  return {
    app,
    router,
    serve: (definition, handlers) => {
      definitions.set(definition.name, definition);
      problems = { ...problems, ...definition.problems };
      // In the order of the definition: there the literal path stands before the one with a parameter.
      for (const [name, route] of Object.entries(definition.routes)) {
        const handler = handlers[name as keyof typeof handlers];
        if (handler) serveRoute({ definition: route, handler: handler as ServedRoute['handler'] });
      }
    },
    eventStream: (req, res) => {
      const stream = openEventStream(req, res);
      streams.add(stream);
      stream.onClose(() => streams.delete(stream));
      return stream;
    },
    openApi,
    listen: async ({ tls, ...address }) => {
      requireAllServed();
      const page = options.problemPage?.html;
      const listening = await listen(app, {
        ...{ ...address, ...(page && { page }) },
        tls: tls && { ...tls, security },
      });
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
