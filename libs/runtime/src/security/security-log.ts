import { createHash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { Counter, Gauge, type Metrics } from '../metrics.ts';
import { securityEvents, type SecurityEvent } from './security-events.ts';
import type { SecurityFacts } from './security-facts.ts';
import type { SecurityJournal } from './security-journal.ts';

export interface SecurityLog {
  note(event: SecurityEvent, facts: SecurityFacts): void;
}

const longest = 256;

const cut = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, longest) : value);

const shortened = (facts: SecurityFacts): SecurityFacts =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cut(one)]))
          : cut(value),
      ]),
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
 * @param options.journal gathers the same for a store
 *
 * @example
 * const security = createSecurityLog({ logger, metrics });
 * security.note('authn_login_fail', { ...callerFacts(req), userId, reason: 'wrong-password' });
 */
export const createSecurityLog = (options: {
  logger: Logger;
  metrics: Metrics;
  journal?: Pick<SecurityJournal, 'add' | 'waiting'>;
}): SecurityLog => {
  const { metrics, journal } = options;
  if (journal) {
    new Gauge({
      name: 'security_records_waiting',
      help: 'Records of the security log that are not kept yet',
      registers: [metrics],
      collect() {
        this.set(journal.waiting());
      },
    });
  }
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
      const told = shortened(facts);
      journal?.add(event, told);
      const line = { security: { event, gravity, ...told } };
      if (gravity === 'CRITICAL') logger.warn(line, message);
      else logger.info(line, message);
    },
  };
};
