import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import type { AuthRule } from './authorize.ts';
import type { Principal } from './token-verifier.ts';

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** What a handler gets: parsed input, and the principal where the route asks for one. */
export interface RouteInput<Params, Query, Body, Auth> {
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: Parsed<Body>;
  principal: Auth extends 'none' ? undefined : Principal;
  req: Request;
  res: Response;
  /** Aborts when the client goes away. */
  signal: AbortSignal;
}

/**
 * One route: how it is called, by whom, what it answers. The OpenAPI document is made from the same object.
 *
 * A handler that wrote to `res` itself (pictures, event streams) returns undefined.
 */
export interface Route<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Auth extends AuthRule = AuthRule,
> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** In Express's form: `/api/v1/catalog/items/:id`. */
  path: string;
  summary: string;
  tags?: readonly string[];
  auth: Auth;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Request headers to document, such as `If-Match`. */
  headers?: z.ZodObject;
  responses: Readonly<Record<number, { description: string; schema?: z.ZodType; contentType?: string }>>;
  /** Codes of the service's problem map this route may answer with, for the document. */
  problems?: readonly string[];
  handler: (input: RouteInput<Params, Query, Body, Auth>) => Promise<Answer | undefined> | Answer | undefined;
}

export type AnyRoute = Route<z.ZodObject | undefined, z.ZodObject | undefined, z.ZodType | undefined>;
