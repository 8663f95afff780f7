import {
  gatewayApi,
  requestFor,
  serviceApis,
  type AnswerBody,
  type RouteDefinition,
  type RouteInput,
  type ServiceName,
} from '@quayside/contracts';
import { problemOf, ProblemError, sessionReferenceHeader } from '@quayside/http';
import { currentCorrelationId, currentTraceparent, type SecurityFacts } from '@quayside/runtime';
import { UpstreamIsOut, type Upstream } from './upstreams.ts';

interface CallOptions {
  /** For `Authorization`, with its scheme. */
  authorization?: string | undefined;
  timeoutMs?: number;
  /** Who is behind the call, for the security log of the service. */
  visitor?: SecurityFacts;
}

type Routes<Name extends ServiceName> = (typeof serviceApis)[Name]['routes'];

/**
 * Calls a route of a service and gives the body of its answer; what the service refuses comes out as the same problem.
 *
 * @example
 * const page = await services('catalog', 'listItems', { query: { sort: 'newest' } });
 */
export type Services = <Name extends ServiceName, Route extends keyof Routes<Name>>(
  service: Name,
  route: Route,
  input: RouteInput<Routes<Name>[Route]>,
  options?: CallOptions,
) => Promise<AnswerBody<Routes<Name>[Route]>>;

const traceHeaders = (): Record<string, string> => {
  const traceparent = currentTraceparent();
  const correlationId = currentCorrelationId();
  return { ...(traceparent && { traceparent }), ...(correlationId && { 'x-correlation-id': correlationId }) };
};

const visitorHeaders = ({ address, userAgent, session }: SecurityFacts): Record<string, string> => ({
  ...(address && { 'x-forwarded-for': address }),
  ...(userAgent && { 'user-agent': userAgent }),
  ...(session && { [sessionReferenceHeader]: session }),
});

const refusalOf = async (answer: Response): Promise<ProblemError> => {
  const {
    code,
    title,
    status,
    detail,
    errors,
    type: _t,
    instance: _i,
    traceId: _id,
    ...extra
  } = (await answer.json()) as Record<string, string> & { errors?: [] };
  return new ProblemError({
    status: Number(status ?? answer.status),
    code: code ?? 'refused',
    title: title ?? 'The request was refused',
    ...(detail && { detail }),
    ...(errors && { errors }),
    extra,
  });
};

/** 503 with the service named, for whatever kept it from answering. */
export const serviceUnavailable = (service: string, cause: unknown): ProblemError => {
  const problem = problemOf('service-unavailable', gatewayApi.problems['service-unavailable']);
  return new ProblemError({ ...problem, extra: { service } }, cause);
};

export const createServices =
  (urls: Record<ServiceName, string>, upstreams: Readonly<Record<ServiceName, Upstream>>): Services =>
  async (service, name, input, { authorization, timeoutMs = 3000, visitor = {} } = {}) => {
    const route: RouteDefinition = (serviceApis[service].routes as Record<typeof name, RouteDefinition>)[
      name
    ];
    const { method, path, headers, body } = requestFor(route, input as RouteInput<RouteDefinition>);
    const deadline = AbortSignal.timeout(timeoutMs);
    const upstream = upstreams[service];
    const send = () =>
      upstream.call(() =>
        fetch(urls[service] + path, {
          method,
          headers: {
            ...headers,
            ...traceHeaders(),
            ...visitorHeaders(visitor),
            ...(authorization && { authorization }),
          },
          signal: deadline,
          redirect: 'error',
          ...(body !== undefined && { body }),
        }),
      );
    try {
      // A read may meet a process that has just stopped: once more, on a new connection.
      const answer = await send().catch((error: unknown) => {
        const mayRepeat = method === 'GET' && !deadline.aborted && !(error instanceof UpstreamIsOut);
        if (mayRepeat && upstream.mayRepeat()) return send();
        throw error;
      });
      if (answer.status >= 500) throw serviceUnavailable(service, `status ${answer.status}`);
      if (!answer.ok) throw await refusalOf(answer);
      return (answer.status === 204 ? undefined : await answer.json()) as never;
    } catch (error) {
      throw error instanceof ProblemError ? error : serviceUnavailable(service, error);
    }
  };
