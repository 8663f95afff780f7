import {
  context,
  createContextKey,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';

export { SpanKind };

const correlationKey = createContextKey('quayside.correlation-id');
const causationKey = createContextKey('quayside.causation-id');

// Registered at import, so that trace ids exist and cross awaits also where nothing is exported (tests, scripts).
const idle = new NodeTracerProvider({ sampler: new AlwaysOffSampler() });
idle.register();
let tracer: Tracer = idle.getTracer('quayside');

export interface Telemetry {
  /** Sends what is buffered, then stops. */
  close(): Promise<void>;
}

/**
 * Exports spans to `endpoint` (OTLP over HTTP). Without an endpoint spans are not recorded, but trace and
 * correlation ids still flow through HTTP, Kafka and the logs.
 */
export const startTelemetry = (options: {
  service: string;
  endpoint?: string | undefined;
  exporter?: SpanExporter;
}): Telemetry => {
  const exporter =
    options.exporter ??
    (options.endpoint
      ? new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/$/, '')}/v1/traces` })
      : undefined);
  if (!exporter) return { close: async () => undefined };
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.service, 'service.namespace': 'quayside' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  tracer = provider.getTracer('quayside');
  return { close: () => provider.shutdown() };
};

export interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
  /** W3C `traceparent` of the remote cause; the current span is the parent where it is absent. */
  parent?: string | undefined;
  /** Id of the whole flow; inherited where absent. */
  correlationId?: string | undefined;
  /** Id of the event that caused what happens inside. */
  causationId?: string | undefined;
}

const traceparentForm = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;

const withRemoteParent = (base: Context, traceparent: string | undefined): Context => {
  const [, traceId, spanId, flags] = traceparentForm.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return base;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(base, { traceId, spanId, traceFlags, isRemote: true });
};

/** A span that is open until it is ended; work may run inside any number of times. */
export interface OpenSpan {
  readonly span: Span;
  run<T>(work: () => T): T;
  /** With an error the span is marked as failed. */
  end(error?: unknown): void;
}

/** Opens a span for work that is done together with that of other spans; else take `withSpan`. */
export const openSpan = (name: string, options: SpanOptions): OpenSpan => {
  let base = withRemoteParent(context.active(), options.parent);
  if (options.correlationId) base = base.setValue(correlationKey, options.correlationId);
  if (options.causationId) base = base.setValue(causationKey, options.causationId);
  const span = tracer.startSpan(
    name,
    { kind: options.kind ?? SpanKind.INTERNAL, attributes: options.attributes ?? {} },
    base,
  );
  const inside = trace.setSpan(base, span);
  return {
    span,
    run: (work) => context.with(inside, work),
    end: (error) => {
      if (error !== undefined) {
        span.recordException(error instanceof Error ? error : String(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
};

/** Runs `fn` inside a span. A throw marks the span as failed and goes on. */
export const withSpan = async <T>(
  name: string,
  options: SpanOptions,
  fn: (span: Span) => Promise<T>,
): Promise<T> => {
  const { span, run, end } = openSpan(name, options);
  try {
    const result = await run(() => fn(span));
    end();
    return result;
  } catch (error) {
    end(error ?? 'failed');
    throw error;
  }
};

const currentSpanContext = () => trace.getSpanContext(context.active());

/** 32 hex digits of the current trace; all zero outside of any span. */
export const currentTraceId = (): string => currentSpanContext()?.traceId ?? '0'.repeat(32);
/** 16 hex digits; undefined outside of any span. */
export const currentSpanId = (): string | undefined => currentSpanContext()?.spanId;

/** The W3C `traceparent` header for what leaves from here. */
export const currentTraceparent = (): string | undefined => {
  const span = currentSpanContext();
  return span && `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
};

/** Id of the whole flow: given by the edge or the consumed event, else the trace id; undefined outside of any. */
export const currentCorrelationId = (): string | undefined =>
  (context.active().getValue(correlationKey) as string | undefined) ?? currentSpanContext()?.traceId;

/** Id of the event being handled, if any. */
export const currentCausationId = (): string | undefined =>
  context.active().getValue(causationKey) as string | undefined;
