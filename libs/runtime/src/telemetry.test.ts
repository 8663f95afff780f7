import { describe, expect, test } from '@jest/globals';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { createLogger } from './logger.ts';
import {
  currentCausationId,
  currentCorrelationId,
  currentTraceId,
  currentTraceparent,
  startTelemetry,
  withSpan,
} from './telemetry.ts';

const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

describe('without an exporter', () => {
  test('a trace still flows from the caller through awaits to what is called', async () => {
    await withSpan('work', { parent, correlationId: 'flow-1', causationId: 'event-1' }, async () => {
      await Promise.resolve();
      expect(currentTraceId()).toBe('a'.repeat(32));
      expect(currentTraceparent()).toMatch(new RegExp(`^00-${'a'.repeat(32)}-[0-9a-f]{16}-0[01]$`));
      expect([currentCorrelationId(), currentCausationId()]).toEqual(['flow-1', 'event-1']);
    });
    expect(currentTraceparent()).toBeUndefined();
  });

  test('what begins here gets a trace of its own, which is also the flow', async () => {
    await withSpan('work', { parent: 'nonsense' }, async () => {
      expect(currentTraceId()).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(currentCorrelationId()).toBe(currentTraceId());
    });
  });

  test('log lines carry the ids, and never a secret', async () => {
    const lines: string[] = [];
    const logger = createLogger({ service: 'test' }, { write: (line) => void lines.push(line) });
    await withSpan('work', { parent }, async () => logger.info({ user: { password: 'hunter2' } }, 'hello'));
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      service: 'test',
      traceId: 'a'.repeat(32),
      user: { password: '[redacted]' },
    });
  });

  test('a text with line ends, or with a line of its own in it, is one value of one line', () => {
    const lines: string[] = [];
    const logger = createLogger({ service: 'test' }, { write: (line) => void lines.push(line) });
    const path = '/x\n{"level":"error","msg":"made up"}\r\n\u001b[2J\u2028';
    logger.info({ path }, path);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r]/);
    expect(lines[0]).not.toContain('\u001b');
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ level: 'info', path, msg: path });
  });
});

describe('with an exporter', () => {
  test('a failed piece of work is a failed span below its cause, and the fault goes on', async () => {
    const sent: ReadableSpan[] = [];
    const exporter: SpanExporter = {
      export: (spans, done) => {
        sent.push(...spans);
        done({ code: 0 });
      },
      shutdown: async () => undefined,
    };
    const telemetry = startTelemetry({ service: 'test', exporter });
    const work = withSpan('work', { parent }, async () => {
      throw new Error('no luck');
    });
    await expect(work).rejects.toThrow('no luck');
    await telemetry.close();
    const [span] = sent;
    expect(span).toMatchObject({ name: 'work', status: { code: 2 } });
    expect(span?.spanContext().traceId).toBe('a'.repeat(32));
    expect(span?.parentSpanContext?.spanId).toBe('b'.repeat(16));
  });
});
