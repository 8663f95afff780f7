import type { IncomingMessage } from 'node:http';
import type { SecurityEvent, SecurityFacts, SecurityLog } from '@quayside/runtime';
import type { ProblemOptions } from './problem.ts';

/** What a refusal is to security, by the code of its problem; any other 403 is access that was refused. */
const events: Readonly<Record<string, SecurityEvent>> = {
  'cross-site-request': 'malicious_cors',
  'csrf-header-missing': 'malicious_cors',
  'invalid-token': 'authz_fail',
};

/** Guests come to what is for users by following a link; it is no attempt at anything. */
const harmless = new Set(['sign-in-required']);

/** Writes what was refused, and to whom, to the security log. */
export const noteRefusal = (
  security: SecurityLog,
  factsOf: (req: IncomingMessage) => SecurityFacts,
  req: IncomingMessage,
  { status, code }: ProblemOptions,
): void => {
  const event = events[code] ?? (status === 403 && !harmless.has(code) ? 'authz_fail' : undefined);
  if (event) security.note(event, { ...factsOf(req), reason: code });
};
