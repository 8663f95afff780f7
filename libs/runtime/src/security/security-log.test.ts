import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createSecurityLog, securityReference } from './security-log.ts';

const withLevel = (level: string) => {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const metrics = createMetrics('test');
  const logger = createLogger({ service: 'test', level }, destination);
  return { log: createSecurityLog({ logger, metrics }), again: { logger, metrics }, lines, metrics };
};

describe('the security log', () => {
  test('says what happened by the name that OWASP gave it, who did it, and from where', () => {
    const { log, lines } = withLevel('info');
    log.note('authn_login_fail', { userId: 'u1', address: '203.0.113.7', reason: 'wrong-password' });
    expect(lines).toMatchObject([
      {
        level: 'info',
        service: 'test',
        msg: 'a sign-in failed',
        security: {
          event: 'authn_login_fail',
          gravity: 'WARN',
          userId: 'u1',
          address: '203.0.113.7',
          reason: 'wrong-password',
        },
      },
    ]);
  });

  test('is written however little else is', () => {
    const { log, lines } = withLevel('error');
    log.note('session_created', { userId: 'u1' });
    expect(lines).toHaveLength(1);
  });

  test('raises what is critical above the rest', () => {
    const { log, lines } = withLevel('info');
    log.note('authn_token_reuse', { userId: 'u1' });
    expect(lines[0]).toMatchObject({ level: 'warn' });
  });

  test('is counted by event, by several of one process together', async () => {
    const { log, again, metrics } = withLevel('info');
    log.note('authz_fail', {});
    createSecurityLog(again).note('authz_fail', {});
    expect(await metrics.metrics()).toContain('security_events_total{event="authz_fail",service="test"} 2');
  });

  test('cuts what a client may make as long as it likes', () => {
    const { log, lines } = withLevel('info');
    log.note('authz_fail', { userAgent: 'x'.repeat(10_000) });
    expect(JSON.stringify(lines[0]).length).toBeLessThan(600);
  });

  test('refers to a session by what opens none', () => {
    expect(securityReference('secret')).toBe(securityReference('secret'));
    expect(securityReference('secret')).toMatch(/^[\w-]{16}$/);
  });
});
