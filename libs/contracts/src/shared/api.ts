import type { RouteDefinition } from './route.ts';

/** What an error's stable code is over HTTP. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** Seconds after which asking again is worth it. */
  readonly retryAfter?: number;
}

/** The routes of one process, and the problems they answer with beside those of the HTTP shell. */
export interface ApiDefinition {
  /** As the process is called in the list of processes. */
  readonly name: string;
  /** Of the OpenAPI document, after "Quayside". */
  readonly title: string;
  readonly problems: Readonly<Record<string, ProblemDefinition>>;
  readonly routes: Readonly<Record<string, RouteDefinition>>;
}

/** Describes an API; a route can name only problems that the API has. */
export const defineApi = <
  const Problems extends Readonly<Record<string, ProblemDefinition>>,
  const Routes extends Readonly<
    Record<string, RouteDefinition & { problems?: readonly (keyof Problems & string)[] }>
  >,
>(api: {
  readonly name: string;
  readonly title: string;
  readonly problems: Problems;
  readonly routes: Routes;
}) => api;
