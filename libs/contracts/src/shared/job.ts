import { z } from 'zod';
import { timestamp } from './ids.ts';
import { pageOf } from './page.ts';

/** A long work as a resource: made by a 202, read until it is done. */
export const job = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    input: z.unknown(),
    isDone: z.boolean(),
    actor: z.object({ id: z.string(), name: z.string().optional() }),
    createdAt: timestamp,
    finishedAt: timestamp.optional(),
    total: z.int(),
    done: z.int(),
    /** There was nothing to do for them. */
    unchanged: z.int(),
    failed: z.int(),
    /** The first of those that failed; in a list there are none. */
    faults: z.array(
      z.object({ position: z.int(), entityId: z.string(), code: z.string(), detail: z.string() }),
    ),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof job>;
export const jobPage = pageOf(job).meta({ id: 'JobPage' });
