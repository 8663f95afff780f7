import { requestFor, type AnswerBody, type RouteDefinition, type RouteInput } from '@quayside/contracts';
import { currentCorrelationId, currentTraceparent, secretField } from '@quayside/runtime';
import { z } from 'zod';
import { basicCredentials } from './basic-credentials.ts';

/** By what services know each other where one asks another; the same for all of them. */
export const serviceCallConfig = {
  INTERNAL_SECRET: secretField(
    'what services show each other below /internal; the same for all that have it',
  ),
};

/** The credentials of a service, for routes of the audience `service`. */
export const serviceCredentials = (secret: string) => basicCredentials('quayside-service', secret);

/** A service that was asked did not answer, or refused: nothing is known, and asking again may help unless `isRefusal`. */
export class ServiceCallFailed extends Error {
  override readonly name = 'ServiceCallFailed';
  /** It understood and will always refuse. */
  readonly isRefusal: boolean;
  /** Of the problem that it answered with. */
  readonly code: string | undefined;

  constructor(
    path: string,
    what: string,
    { cause, isRefusal = false, code }: { cause?: unknown; isRefusal?: boolean; code?: string | undefined },
  ) {
    super(`${path} was not answered: ${what}`, { cause });
    this.isRefusal = isRefusal;
    this.code = code;
  }
}

const coded = z.object({ code: z.string() });

/** What no repetition mends: the request itself is at fault. */
const refusals = new Set([400, 413, 422]);

const flowHeaders = (): Record<string, string> => {
  const traceparent = currentTraceparent();
  const correlationId = currentCorrelationId();
  return { ...(traceparent && { traceparent }), ...(correlationId && { 'x-correlation-id': correlationId }) };
};

/**
 * Calls routes that another service has for services. Each call is made once; routes of that kind bear to be called again.
 *
 * @throws {ServiceCallFailed}
 * @example
 * const call = createServiceCalls({ url: config.BASKET_URL, secret: config.INTERNAL_SECRET });
 * const { items } = await call(basketApi.routes.readCheckoutDetails, { body: { checkouts } });
 */
export const createServiceCalls = (options: { url: string; secret: string; timeoutMs?: number }) => {
  const { authorization } = serviceCredentials(options.secret);
  return async <R extends RouteDefinition>(route: R, input: RouteInput<R>): Promise<AnswerBody<R>> => {
    const { method, path, headers, body } = requestFor(route, input);
    const signal = AbortSignal.timeout(options.timeoutMs ?? 3000);
    try {
      const answer = await fetch(new URL(path, options.url), {
        method,
        signal,
        redirect: 'error',
        headers: { ...headers, ...flowHeaders(), authorization },
        ...(body !== undefined && { body }),
      });
      const said: unknown = await answer.json();
      if (answer.ok) return route.answers[answer.status]?.schema?.parse(said) as AnswerBody<R>;
      throw new ServiceCallFailed(route.path, `status ${answer.status}`, {
        isRefusal: refusals.has(answer.status),
        code: coded.safeParse(said).data?.code,
      });
    } catch (cause) {
      throw cause instanceof ServiceCallFailed
        ? cause
        : new ServiceCallFailed(route.path, 'no answer', { cause });
    }
  };
};
export type ServiceCalls = ReturnType<typeof createServiceCalls>;
