import { expect, test } from '@jest/globals';
import { createMetrics } from '@quayside/runtime';
import { createBacklogs, gaugeBacklogs, type BacklogSource } from './backlogs.ts';

const source = (name: string, tell: BacklogSource['tell']): BacklogSource => ({
  kind: 'due-work',
  name,
  tell,
});

test('what waits is told of each source, and one that fails or hangs is named and keeps no other back', async () => {
  const tell = createBacklogs([
    source('mails', async () => ({ waiting: 3, overdue: 1, oldestAt: new Date(0) })),
    source('broken', () => Promise.reject(new Error('away'))),
    source('hanging', () => new Promise(() => {})),
  ]);
  expect(await tell()).toEqual({
    backlogs: [
      { kind: 'due-work', name: 'mails', waiting: 3, overdue: 1, oldestAt: '1970-01-01T00:00:00.000Z' },
    ],
    untold: ['due-work broken', 'due-work hanging'],
  });
});

test('those who ask at once share one answer', async () => {
  let asked = 0;
  const tell = createBacklogs([source('mails', async () => ({ waiting: (asked += 1) }))]);
  await Promise.all([tell(), tell(), tell()]);
  expect(asked).toBe(1);
});

test('what waits is in the metrics', async () => {
  const metrics = createMetrics('test');
  gaugeBacklogs(metrics, createBacklogs([source('mails', async () => ({ waiting: 3, overdue: 1 }))]));
  const text = await metrics.metrics();
  expect(text).toContain('backlog_waiting{kind="due-work",name="mails",service="test"} 3');
  expect(text).toContain('backlog_overdue{kind="due-work",name="mails",service="test"} 1');
  expect(text).not.toContain('backlog_oldest_age_seconds{');
});
