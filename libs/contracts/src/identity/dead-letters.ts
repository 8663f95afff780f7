import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { timestamp } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { writtenLine } from '../shared/text.ts';

/** It follows from the message. */
export const deadLetterId = z.string().regex(/^[0-9a-f]{32}$/);

/** `redriving`: it is about to be sent again. `redriven`: it was, and has not come back since. */
export const deadLetterState = z.enum(['open', 'redriving', 'redriven', 'discarded']);
export type DeadLetterState = z.infer<typeof deadLetterState>;

const group = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40);

/** A message that a consumer group could not handle, in a list. */
export const deadLetterRow = z
  .object({
    id: deadLetterId,
    /** Who could not handle it. */
    group: z.string(),
    /** Where it stands, with partition and offset: in the topic, not in that of the dead letters. */
    topic: z.string(),
    partition: z.int(),
    offset: z.string(),
    /** `malformed` or `invalid-data`: whoever sent it is at fault. `handler-failed`: whoever read it. */
    reason: z.string(),
    error: z.string(),
    /** Of the last time: how often the handler was asked. */
    attempts: z.int(),
    failedAt: timestamp,
    /** What its headers say; nothing where they are broken. */
    eventId: z.string().optional(),
    eventType: z.string().optional(),
    subject: z.string().optional(),
    correlationId: z.string().optional(),
    state: deadLetterState,
    /** How often it was sent again. */
    redrives: z.int(),
    /** When somebody last decided about it. */
    settledAt: timestamp.optional(),
    discardReason: z.string().optional(),
  })
  .meta({ id: 'DeadLetterRow' });
export type DeadLetterRow = z.infer<typeof deadLetterRow>;

export const deadLetterPage = pageOf(deadLetterRow).meta({ id: 'DeadLetterPage' });
export type DeadLetterPage = z.infer<typeof deadLetterPage>;

/** The whole of it. */
export const deadLetter = deadLetterRow
  .extend({
    /** Its body as text, cut off where it is very long. */
    payload: z.string().nullable(),
    isCut: z.boolean(),
    headers: z.record(z.string(), z.string()),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetterView = z.infer<typeof deadLetter>;

/** `q`: the id of an aggregate (an order, an item), of an event, or of a flow, or a type of event. */
export const deadLetterQuery = z.strictObject({
  ...adminListQuery(['failed']),
  state: deadLetterState.optional(),
  group: group.optional(),
});
export type DeadLetterQueryInput = z.input<typeof deadLetterQuery>;
export type DeadLetterQuery = z.infer<typeof deadLetterQuery>;

const ids = z.array(deadLetterId).min(1).max(100);

export const redrivenLetters = z.strictObject({ ids }).meta({ id: 'RedrivenLetters' });

/** Why nothing will be done with them. */
export const discardedLetters = z
  .strictObject({ ids, reason: writtenLine(300) })
  .meta({ id: 'DiscardedLetters' });

/** Those asked for that there are, as they are now; how many of them changed. */
export const settledLetters = z
  .object({ items: z.array(deadLetterRow), changed: z.int() })
  .meta({ id: 'SettledLetters' });
export type SettledLetters = z.infer<typeof settledLetters>;
