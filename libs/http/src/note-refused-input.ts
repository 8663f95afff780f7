import type { IncomingMessage } from 'node:http';
import type { SecurityFacts, SecurityLog } from '@quayside/runtime';
import { addressKey } from './client-address.ts';
import type { ProblemOptions } from './problem.ts';

/** Problems of what was sent itself: our own pages send nothing that meets them. */
const ofInput = new Set([
  'malformed-request',
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'idempotency-key-invalid',
]);

const windowMs = 60_000;
/** Callers and routes of which one minute tells; what comes on top is one number. */
const mostNoted = 500;

const name = /^[a-z][\w-]{0,39}$/i;

/** `body.quantity`: deeper, names may be of the sender's making, as those of attributes are. */
const fieldsOf = ({ errors = [] }: ProblemOptions): string | undefined => {
  const fields = errors.map(({ path }) => path.split('.').slice(0, 2));
  const told = fields.map((parts) => parts.filter((part) => name.test(part)).join('.'));
  return told.length === 0 ? undefined : [...new Set(told)].sort().join(' ');
};

/** Notes input that was refused at a route, by its pattern, since the path itself may be what was refused. */
export type NoteRefusedInput = (
  req: IncomingMessage,
  problem: ProblemOptions,
  routePath: string | undefined,
) => void;

/**
 * Writes input that was refused to the security log: at once, and what the same caller is refused at the same route
 * within the minute once more, as a number (`repeats`). Of the input it says which fields, and no value.
 *
 * @param now in milliseconds since the epoch
 */
export const createNoteRefusedInput = (options: {
  security: SecurityLog;
  factsOf: (req: IncomingMessage) => SecurityFacts;
  now: () => number;
}): NoteRefusedInput => {
  const { security, factsOf, now } = options;
  const noted = new Map<string, { facts: SecurityFacts; repeats: number }>();
  let endsAt = 0;
  let onTop = 0;

  const tellRepeats = (): void => {
    for (const { facts, repeats } of noted.values())
      if (repeats > 0)
        security.note('input_validation_fail', { ...facts, detail: { ...facts.detail, repeats } });
    if (onTop > 0)
      security.note('input_validation_fail', { reason: 'many-callers', detail: { repeats: onTop } });
    noted.clear();
    onTop = 0;
  };

  return (req, problem, routePath) => {
    if (!ofInput.has(problem.code)) return;
    const at = now();
    if (at >= endsAt) {
      tellRepeats();
      endsAt = at + windowMs;
    }
    const { path: _, ...who } = factsOf(req);
    const caller = who.userId ?? addressKey(who.address ?? '');
    const key = JSON.stringify([caller, who.method, routePath]);
    const known = noted.get(key);
    if (known) known.repeats += 1;
    else if (noted.size >= mostNoted) onTop += 1;
    else {
      const fields = fieldsOf(problem);
      const facts = { ...who, path: routePath, reason: problem.code, ...(fields && { detail: { fields } }) };
      noted.set(key, { facts, repeats: 0 });
      security.note('input_validation_fail', facts);
    }
  };
};
