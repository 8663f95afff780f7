import type { Parsed, RouteDefinition } from '@quayside/contracts';
import type { Request, Response } from 'express';
import type { Answer } from './answer.ts';
import type { Principal } from './token-verifier.ts';

/** What a handler gets: parsed input, and who calls where the route is not for everybody. */
export interface HandlerInput<R> {
  params: Parsed<R, 'params'>;
  query: Parsed<R, 'query'>;
  headers: Parsed<R, 'headers'>;
  body: Parsed<R, 'body'>;
  principal: R extends { audience: 'public' | 'gateway' | 'service' } ? undefined : Principal;
  /** For a public route that shows more to some: who calls, if a token came along. */
  caller: () => Promise<Principal | undefined>;
  /** The file that came as the body of an upload; of one that is streamed, as it comes. */
  upload: R extends { upload: { isStreamed: true } }
    ? AsyncIterable<Buffer>
    : R extends { upload: object }
      ? Buffer
      : undefined;
  req: Request;
  res: Response;
  /** Aborts when the client goes away. */
  signal: AbortSignal;
}

/** A handler that wrote to `res` itself (pictures, event streams) returns undefined. */
export type Handler<R> = (input: HandlerInput<R>) => Promise<Answer | undefined> | Answer | undefined;

/** Handlers of an API by the names of its routes; several modules may serve a part each. */
export type Handlers<Routes> = { readonly [Name in keyof Routes]?: Handler<Routes[Name]> };

export interface ServedRoute {
  readonly definition: RouteDefinition;
  readonly handler: Handler<RouteDefinition>;
}
