import { z } from 'zod';
import { timestamp, userId, wholeNumber } from './ids.ts';

const word = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(40);
const position = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** One change that somebody on the staff made: what it was before, and what it is since. */
export const auditEntry = z
  .object({
    id: position,
    at: timestamp,
    /** Without a name once the account is deleted. */
    actor: z.object({ id: z.string(), name: z.string().optional() }),
    /** In the past tense: `created`, `changed`, `deleted`, … */
    action: z.string(),
    entity: z.string(),
    entityId: z.string(),
    /** The fields that differ; absent for what was not there before. */
    before: z.record(z.string(), z.unknown()).optional(),
    after: z.record(z.string(), z.unknown()).optional(),
    correlationId: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntry>;

/** The newest first; `next` is what the query of the entries before takes as `before`. */
export const auditPage = z
  .object({ items: z.array(auditEntry), next: position.optional() })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPage>;

/** Query of every audit log: it grows for ever, so it is read from an entry on and not by page. */
export const auditQuery = z.strictObject({
  entity: word.optional(),
  entityId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  action: word.optional(),
  actor: userId.optional(),
  from: timestamp.optional(),
  to: timestamp.optional(),
  before: z
    .preprocess(
      (text) => (typeof text === 'string' && /^[0-9]{1,15}$/.test(text) ? Number(text) : text),
      position,
    )
    .optional(),
  pageSize: wholeNumber(z.int().min(1).max(100).default(24)),
});
export type AuditQueryInput = z.input<typeof auditQuery>;
export type AuditQuery = z.output<typeof auditQuery>;
