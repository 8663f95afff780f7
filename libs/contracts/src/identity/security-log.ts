import { z } from 'zod';
import { timestamp, userId, wholeNumber } from '../shared/ids.ts';

const name = z
  .string()
  .regex(/^[a-z]+(_[a-z0-9]+)*$/)
  .max(60);
const short = z.string().max(256);

/**
 * One event of the security log, or several that are alike: an account is its id, a session a reference that opens
 * nothing, and nothing of it is a name, an e-mail address, a password or a token.
 */
export const securityRecord = z.object({
  id: z.uuid(),
  at: timestamp,
  /** The last of several. */
  until: timestamp.optional(),
  times: z.int().min(1),
  /** As OWASP's Application Logging Vocabulary calls it. */
  event: name,
  reason: short.optional(),
  /** Who did it. */
  userId: short.optional(),
  /** Whose account it was done to. */
  onUserId: short.optional(),
  address: short.optional(),
  session: short.optional(),
  userAgent: short.optional(),
  method: short.optional(),
  path: short.optional(),
  detail: z.record(z.string().max(60), z.union([short, z.number(), z.boolean()])).optional(),
});
export type SecurityRecord = z.infer<typeof securityRecord>;

/** What a process that has no store of its own hands over. */
export const securityRecords = z.strictObject({ records: z.array(securityRecord).min(1).max(100) });

const somebody = z.object({
  id: z.string(),
  /** Of accounts that are there. */
  name: z.string().optional(),
});

export const securityEntry = securityRecord
  .omit({ id: true, userId: true, onUserId: true })
  .extend({
    id: z.int().min(1),
    /** The process that noted it. */
    service: z.string(),
    who: somebody.optional(),
    on: somebody.optional(),
  })
  .meta({ id: 'SecurityEntry' });
export type SecurityEntry = z.infer<typeof securityEntry>;

/** The newest first; `next` is what the query of the entries before takes as `before`. */
export const securityPage = z
  .object({ items: z.array(securityEntry), next: z.int().min(1).optional() })
  .meta({ id: 'SecurityPage' });
export type SecurityPage = z.infer<typeof securityPage>;

const filters = {
  event: name.optional(),
  /** Who did it, or had it done to their account. */
  account: userId.optional(),
  address: z
    .string()
    .regex(/^[\d.a-f:/]{2,64}$/i)
    .optional(),
  from: timestamp.optional(),
  to: timestamp.optional(),
};

const before = z
  .preprocess(
    (text) => (typeof text === 'string' && /^[0-9]{1,15}$/.test(text) ? Number(text) : text),
    z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  )
  .optional();
const pageSize = wholeNumber(z.int().min(1).max(100).default(24));

export const securityQuery = z.strictObject({ ...filters, before, pageSize });
export type SecurityQueryInput = z.input<typeof securityQuery>;
export type SecurityQuery = z.output<typeof securityQuery>;

export const securityExportQuery = z.strictObject(filters);

/** The most entries of their own that somebody gets in a copy of their account, the newest. */
export const maxOwnSecurityEntries = 10_000;

/** What is kept of an account's sign-ins and changes, as its owner is told it: of others nothing is said. */
export const ownSecurityEntry = securityEntry
  .omit({ who: true, on: true })
  .extend({
    /** Of somebody else there is neither address nor browser; unknown is whoever did not get in. */
    by: z.enum(['owner', 'somebody-else', 'unknown']),
    /** Done to the account of somebody else, of which nothing is said. */
    onAnother: z.literal(true).optional(),
  })
  .meta({ id: 'OwnSecurityEntry' });
export type OwnSecurityEntry = z.infer<typeof ownSecurityEntry>;

export const ownSecurityQuery = z.strictObject({
  before,
  pageSize: wholeNumber(z.int().min(1).max(1000).default(1000)),
});
export const ownSecurityPage = z.object({
  items: z.array(ownSecurityEntry),
  next: z.int().min(1).optional(),
});

export const accountSecurityQuery = z.strictObject({ before, pageSize });
