import type { z } from 'zod';
import type { Deprecation } from './deprecation.ts';
import type { KeyScope } from './key-scope.ts';
import type { CostlyAction } from './limits.ts';

/**
 * Who may call a route: everybody; a shopper of any kind, guests too; a signed-in user; one of the staff; the gateway as
 * the process it is, with the credentials of its OpenID client; or another service, with the secret that services share.
 */
export type Audience = 'public' | 'shopper' | 'user' | StaffAudience | 'gateway' | 'service';
/** Staff who help shoppers, or who keep the catalog. Admins are of either kind, and what is for admins is for them alone. */
export type StaffAudience = 'support' | 'merchandiser' | 'admin';

export interface RouteAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** `application/json` where it is absent; `text/event-stream` makes the answer one without end. */
  readonly contentType?: string;
}

/** How a route is called, by whom, and what it answers. Path, query and headers come as text. */
export interface RouteDefinition {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With the parameters as `:name`. Below `/internal` it is for other processes, and not let out by the gateway. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly audience: Audience;
  /** The scope by which an API key may call it too; without one it is closed to keys. */
  readonly keyScope?: KeyScope;
  /** Of a route for everybody: whom it shows more than others, so that the gateway says who calls. */
  readonly showsMoreTo?: 'user' | StaffAudience;
  /** Its answers hold what people wrote below their names, so nobody keeps one for later: they may ask to be forgotten. */
  readonly namesPeople?: true;
  readonly params?: z.ZodObject;
  /** It is only for whoever showed who they are within the last quarter of an hour (RFC 9470). */
  readonly asksForRecentSignIn?: true;
  /** The parameter that names a user whose sessions the gateway ends once the route has succeeded. */
  readonly endsSessionsOf?: string;
  readonly query?: z.ZodObject;
  /** By lower-case names. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A body that is a file: what types it may say it is of, how large it may be, and whether it is read as it comes. */
  readonly upload?: {
    readonly types: readonly string[];
    readonly maxBytes: number;
    readonly isStreamed?: boolean;
  };
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  /** It will go: its answers say so in headers, and the descriptions too. */
  readonly deprecated?: Deprecation;
  /** What it is counted as, beside being a call: see `actionLimits`. An `asset` is counted as that alone. */
  readonly costs?: CostlyAction | 'asset';
  /** Codes of the API's problems, beside those that any route may answer with. */
  readonly problems?: readonly string[];
}

export const defineRoute = <const R extends RouteDefinition>(route: R): R => route;

type Part = 'params' | 'query' | 'headers' | 'body';

/** What the handler of a route gets of a part of the request. */
export type Parsed<R, P extends Part> =
  R extends Readonly<Record<P, infer S extends z.ZodType>> ? z.output<S> : undefined;

type Optional<T> = Record<never, never> extends T ? true : false;
type Given<R, P extends Part> =
  R extends Readonly<Record<P, infer S extends z.ZodType>>
    ? Optional<z.input<S>> extends true
      ? { readonly [K in P]?: z.input<S> }
      : { readonly [K in P]: z.input<S> }
    : Record<never, never>;

/** What whoever calls a route gives. Of several routes it is what one of them takes, not a mixture. */
export type RouteInput<R> = R extends unknown
  ? Given<R, 'params'> & Given<R, 'query'> & Given<R, 'headers'> & Given<R, 'body'>
  : never;

type Schemas<A> = {
  [Status in keyof A]: A[Status] extends { schema: infer S extends z.ZodType } ? S : never;
}[keyof A];

/** The body of a route's answers that have one. */
export type AnswerBody<R> = R extends { answers: infer A } ? z.output<Schemas<A>> : never;

/** A route whose answer goes on until somebody ends it. */
export const isStream = ({ answers }: RouteDefinition): boolean =>
  Object.values(answers).some(({ contentType }) => contentType === 'text/event-stream');

/** A route for those who work for the shop. */
export const isForStaff = ({ audience }: RouteDefinition): boolean =>
  (['support', 'merchandiser', 'admin'] satisfies StaffAudience[] as Audience[]).includes(audience);

/** A route for other processes of the shop alone. */
export const isInternal = ({ path }: RouteDefinition): boolean => path.startsWith('/internal/');
