/** Work that is due at `at`, or, while `claimId` is there, claimed until `at`. */
export interface DueField<Kind extends string = string> {
  kind: Kind;
  at: Date;
  attempts: number;
  claimId?: string;
}

/** What a document carries beside its state when it may owe work: one piece at a time. */
export interface WithDueWork<Kind extends string = string> {
  due?: DueField<Kind>;
  /** The flow that made the document, for work that time starts. */
  correlationId?: string;
  traceparent?: string;
}

/** The index that answers what is due, what comes next, and whose lease has run out. */
export const dueWorkIndex = {
  key: { 'due.kind': 1, 'due.at': 1 },
  name: 'due_work',
  partialFilterExpression: { 'due.kind': { $exists: true } },
} as const;

interface DueUpdate {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
}

/**
 * How the due work of a document changes with its state, to be merged into the write of that state. Work that somebody
 * else has claimed keeps its lease and only changes its kind: a refund waits until the charge under way has ended or
 * its holder is gone.
 *
 * @param next what the document owes after the write, if anything
 * @param options.finishedClaim the claim that this write ends
 */
export const dueUpdate = <Kind extends string>(
  next: { kind: Kind; at: Date } | undefined,
  options: { current: DueField<Kind> | undefined; finishedClaim: string | undefined },
): DueUpdate => {
  const { current, finishedClaim } = options;
  if (!next) return current ? { $unset: { due: true } } : {};
  const fresh: DueField<Kind> = { ...next, attempts: 0 };
  if (!current || current.claimId === finishedClaim) {
    const isSame = current && !finishedClaim && current.kind === next.kind;
    return isSame ? {} : { $set: { due: fresh } };
  }
  if (current.kind === next.kind) return {};
  return { $set: { 'due.kind': next.kind, 'due.attempts': 0 } };
};
