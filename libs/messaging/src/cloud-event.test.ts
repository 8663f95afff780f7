import { expect, test } from '@jest/globals';
import type { IntegrationEvent } from '@quayside/contracts';
import { fromMessage, MalformedCloudEvent, toMessage } from './cloud-event.ts';

const event: IntegrationEvent = {
  id: '0198c4b2-0000-7000-8000-000000000001',
  type: 'quayside.catalog.item-removed.v1',
  source: 'catalog',
  time: '2026-11-22T10:00:00.000Z',
  subject: '7',
  correlationId: 'flow-1',
  causationId: '0198c4b2-0000-7000-8000-000000000000',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: { itemId: 7, name: 'Fender, größe M' },
};

test('an event becomes a CloudEvent in binary mode, keyed by its aggregate', () => {
  expect(toMessage(event)).toEqual({
    key: '7',
    value: '{"itemId":7,"name":"Fender, größe M"}',
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: event.type,
      ce_source: 'catalog',
      ce_time: event.time,
      ce_subject: '7',
      ce_correlationid: 'flow-1',
      ce_causationid: event.causationId,
      traceparent: event.traceparent,
      'content-type': 'application/json',
    },
  });
});

test('an event reads back as it was written, with and without what is optional', () => {
  const { causationId: _, traceparent: __, ...least } = event;
  for (const written of [event, least]) {
    const { key, value, headers } = toMessage(written);
    const bytes = Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [name, Buffer.from(text ?? '')]),
    );
    expect(fromMessage({ key: Buffer.from(key), value: Buffer.from(value), headers: bytes })).toEqual(
      written,
    );
  }
});

test.each([
  ['no body', { value: null }],
  ['a body that is not JSON', { value: '{' }],
  ['no id', { headers: { ...toMessage(event).headers, ce_id: undefined } }],
  ['another version of CloudEvents', { headers: { ...toMessage(event).headers, ce_specversion: '0.3' } }],
  ['no headers at all', { headers: {} }],
])('a message with %s is malformed', (_what, fault) => {
  expect(() => fromMessage({ ...toMessage(event), ...fault })).toThrow(MalformedCloudEvent);
});
