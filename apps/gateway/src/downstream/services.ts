import { ProblemError } from '@quayside/http';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';

export type ServiceName = 'catalog' | 'basket' | 'ordering' | 'marketing';

export interface ServiceCall {
  method?: 'GET' | 'POST';
  token?: string | undefined;
  body?: unknown;
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Calls a service and gives its JSON; what the service refuses comes out as the same problem. */
export type Services = <T>(service: ServiceName, path: string, call?: ServiceCall) => Promise<T>;

const titles: Record<ServiceName, string> = {
  catalog: 'The catalog does not answer right now',
  basket: 'Baskets do not answer right now',
  ordering: 'Orders do not answer right now',
  marketing: 'Campaigns do not answer right now',
};

const headersOf = (call: ServiceCall): Record<string, string> => {
  const traceparent = currentTraceparent();
  const correlationId = currentCorrelationId();
  return {
    accept: 'application/json',
    ...(call.body !== undefined && { 'content-type': 'application/json' }),
    ...(call.token && { authorization: `Bearer ${call.token}` }),
    ...(traceparent && { traceparent }),
    ...(correlationId && { 'x-correlation-id': correlationId }),
  };
};

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

export const createServices =
  (urls: Record<ServiceName, string>): Services =>
  async <T>(service: ServiceName, path: string, call: ServiceCall = {}): Promise<T> => {
    const unavailable = (cause: unknown) =>
      new ProblemError(
        {
          status: 503,
          code: 'service-unavailable',
          title: titles[service],
          headers: { 'retry-after': '2' },
          extra: { service },
        },
        cause,
      );
    const deadline = AbortSignal.timeout(call.timeoutMs ?? 3000);
    try {
      const send = () =>
        fetch(`${urls[service]}${path}`, {
          method: call.method ?? 'GET',
          headers: headersOf(call),
          signal: call.signal ? AbortSignal.any([deadline, call.signal]) : deadline,
          ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        });
      // A read may meet a process that has just stopped: once more, on a new connection.
      const mayRepeat = (call.method ?? 'GET') === 'GET';
      const answer = await send().catch((error: unknown) => {
        if (mayRepeat && !deadline.aborted && !call.signal?.aborted) return send();
        throw error;
      });
      if (answer.status >= 500) throw unavailable(`status ${answer.status}`);
      if (!answer.ok) throw await refusalOf(answer);
      return (await answer.json()) as T;
    } catch (error) {
      throw error instanceof ProblemError ? error : unavailable(error);
    }
  };
