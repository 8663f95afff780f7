import { z } from 'zod';
import { timestamp } from './ids.ts';

/** Something that waits to be done: `outbox` events, what a `consumer` group has not read, `due-work`, `dead-letters`. */
export const backlog = z
  .object({
    kind: z.enum(['outbox', 'consumer', 'due-work', 'dead-letters']),
    /** Of the queue, or the consumer group. */
    name: z.string(),
    waiting: z.int().min(0),
    /** Since when the oldest waits. */
    oldestAt: timestamp.optional(),
    /** How many should have been done a minute ago. */
    overdue: z.int().min(0).optional(),
    /** How many processes are in the consumer group. */
    members: z.int().min(0).optional(),
  })
  .meta({ id: 'Backlog' });
export type Backlog = z.infer<typeof backlog>;

/** What a process says of itself at `/statusz`; nothing in it is secret or about a person. */
export const processStatus = z
  .object({
    name: z.string(),
    /** Of the image; of what runs from its sources nobody knows one. */
    version: z.string(),
    revision: z.string(),
    startedAt: timestamp,
    isReady: z.boolean(),
    checks: z.array(z.object({ name: z.string(), isOk: z.boolean() })),
    backlogs: z.array(backlog),
    /** Backlogs that could not be told in time. */
    untold: z.array(z.string()),
  })
  .meta({ id: 'ProcessStatus' });
export type ProcessStatus = z.infer<typeof processStatus>;
