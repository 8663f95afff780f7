import { expect, test } from '@jest/globals';
import { catalogEvents } from '@quayside/contracts';
import { currentTraceparent, withSpan } from '@quayside/runtime';
import { newEvent } from './new-event.ts';

const data = { itemId: 7, version: 3 };
const make = () => newEvent(catalogEvents.itemRemoved, { subject: '7', source: 'catalog', data });

test('an event outside of any flow begins one of its own', () => {
  const event = make();
  expect(event).toEqual({
    topic: 'catalog.events.v1',
    type: 'quayside.catalog.item-removed.v1',
    source: 'catalog',
    subject: '7',
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    correlationId: event.id,
    data,
  });
});

test('an event made while another is handled carries the flow, the cause and the trace', async () => {
  const options = { correlationId: 'flow-1', causationId: 'event-1' };
  const [event, traceparent] = await withSpan(
    'handle',
    options,
    async () => [make(), currentTraceparent()] as const,
  );
  expect(event).toMatchObject({ correlationId: 'flow-1', causationId: 'event-1', traceparent });
  expect(traceparent).toBeDefined();
});

test('data the published schema does not allow is refused, and unknown fields do not leave', () => {
  const wrong = { ...data, itemId: 0 };
  expect(() =>
    newEvent(catalogEvents.itemRemoved, { subject: '0', source: 'catalog', data: wrong }),
  ).toThrow();
  const chatty = { ...data, password: 'x' };
  expect(newEvent(catalogEvents.itemRemoved, { subject: '7', source: 'catalog', data: chatty }).data).toEqual(
    data,
  );
});
