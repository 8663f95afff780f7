import { createHash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { Counter, type Metrics } from '../metrics.ts';
import { securityEvents, type SecurityEvent } from './security-events.ts';

/**
 * Who, from where, at what. No secret, and nobody's name or e-mail address: an account is its id, a session its
 * `securityReference`.
 */
export interface SecurityFacts {
  /** Id of the account that acts. */
  readonly userId?: string | undefined;
  /** Id of the account that it is done to, where it is another one. */
  readonly onUserId?: string | undefined;
  readonly address?: string | undefined;
  readonly session?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly method?: string | undefined;
  /** Without the query, in which codes and tokens stand. */
  readonly path?: string | undefined;
  /** A stable word, such as the code of the problem that was answered. */
  readonly reason?: string | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean>> | undefined;
}

export interface SecurityLog {
  note(event: SecurityEvent, facts: SecurityFacts): void;
}

const longest = 256;

const shortened = (facts: SecurityFacts): SecurityFacts =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, longest) : value]),
  );

const metricName = 'security_events_total';

/**
 * What stands in the log for a session or a token, which itself may not: the same for the same one, and of no use to
 * anybody who reads it.
 */
export const securityReference = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 16);

/**
 * The security log of a process: lines of its log with a field `security`, whatever `LOG_LEVEL` is, and a counter by event.
 * What OWASP takes for critical is a WARN there, all else an INFO: a single line is something to look at, and rules over
 * many of them say when somebody must act.
 *
 * @example
 * const security = createSecurityLog({ logger, metrics });
 * security.note('authn_login_fail', { ...callerFacts(req), userId, reason: 'wrong-password' });
 */
export const createSecurityLog = (options: { logger: Logger; metrics: Metrics }): SecurityLog => {
  const { metrics } = options;
  const isSilent = options.logger.level === 'silent';
  const logger = isSilent ? options.logger : options.logger.child({}, { level: 'info' });
  const counter =
    (metrics.getSingleMetric(metricName) as Counter | undefined) ??
    new Counter({
      name: metricName,
      help: 'Events of the security log',
      labelNames: ['event'],
      registers: [metrics],
    });
  return {
    note: (event, facts) => {
      const [gravity, message] = securityEvents[event];
      counter.inc({ event });
      const line = { security: { event, gravity, ...shortened(facts) } };
      if (gravity === 'CRITICAL') logger.warn(line, message);
      else logger.info(line, message);
    },
  };
};
