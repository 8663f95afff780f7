import type { EventDefinition } from '../shared/event.ts';
import { families } from './families.ts';

export type Publisher = keyof typeof families;

const isEvent = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'type' in value && 'topic' in value && 'data' in value;

/** Every event type of the system, by the service that publishes it. */
export const publishedEvents: Readonly<Record<Publisher, readonly EventDefinition[]>> = Object.fromEntries(
  Object.entries(families).map(([publisher, family]) => [
    publisher,
    Object.values<unknown>(family).filter(isEvent),
  ]),
) as Record<Publisher, EventDefinition[]>;
