import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { testDatabase, testKafka, waitUntil, type TestDatabase } from '@quayside/testkit';
import { identityEnvironment } from './identity-environment.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const start = (entry: string, extra: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main', entry)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      ...identityEnvironment(database.url, testKafka()),
      NODE_ENV: 'test',
      PORT: '0',
      ...extra,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, exited, output: () => output };
};

const users = async () => {
  const { rows } = await database.pool.query<{ email: string; roles: string[] }>(
    'SELECT email, roles FROM users ORDER BY email',
  );
  return rows;
};

describe('the migration', () => {
  test('may run again, and at the same time, and seeds the demo accounts once', async () => {
    const runs = [0, 1].map(() => start('migrate.ts', { SEED_DEMO_DATA: 'true' }));
    expect(await Promise.all(runs.map(({ exited }) => exited))).toEqual([0, 0]);
    expect(await start('migrate.ts', { SEED_DEMO_DATA: 'true' }).exited).toBe(0);
    expect(await users()).toEqual([
      { email: 'admin@quayside.test', roles: ['shopper', 'admin'] },
      { email: 'merchandiser@quayside.test', roles: ['shopper', 'merchandiser'] },
      { email: 'shopper@quayside.test', roles: ['shopper'] },
      { email: 'support@quayside.test', roles: ['shopper', 'support'] },
    ]);
    const { rows } = await database.pool.query('SELECT 1 FROM outbox');
    expect(rows).toHaveLength(4);
  });

  test('makes no account unless asked', async () => {
    expect(await start('migrate.ts').exited).toBe(0);
    expect(await users()).toEqual([]);
  });
});

describe('setting the admin role', () => {
  const outboxVersions = async () => {
    const { rows } = await database.pool.query<{ type: string; version: number }>(
      `SELECT event->>'type' AS type, (event->'data'->>'version')::integer AS version FROM outbox
       WHERE event->'data'->>'userId' = (SELECT id::text FROM users WHERE email = 'shopper@quayside.test')
       ORDER BY position`,
    );
    return rows.map(({ type, version }) => `${type.split('.')[2]} ${version}`);
  };
  const rolesOfShopper = async () =>
    (await users()).find(({ email }) => email === 'shopper@quayside.test')?.roles;
  const setAdmin = (email: string, admin: boolean) =>
    start('set-admin.ts', { USER_EMAIL: email, ADMIN: String(admin) }).exited;

  test('gives it and takes it, tells the others of each change once, and does not know strangers', async () => {
    expect(await start('migrate.ts', { SEED_DEMO_DATA: 'true' }).exited).toBe(0);
    expect(await setAdmin('Shopper@quayside.test', true)).toBe(0);
    expect(await setAdmin('shopper@quayside.test', true)).toBe(0);
    expect(await rolesOfShopper()).toEqual(['shopper', 'admin']);
    expect(await setAdmin('shopper@quayside.test', false)).toBe(0);
    expect(await rolesOfShopper()).toEqual(['shopper']);
    expect(await outboxVersions()).toEqual(['user-registered 1', 'user-updated 2', 'user-updated 3']);
    expect(await setAdmin('nobody@quayside.test', true)).toBe(1);
    // The last one.
    expect(await setAdmin('admin@quayside.test', false)).toBe(1);
  });
});

describe('the process', () => {
  test('does not start in production with secrets that everybody knows', async () => {
    const run = start('identity.ts', {
      NODE_ENV: 'production',
      INTERNAL_SECRET: 'CHANGE-ME-to-32-random-characters',
      COOKIE_KEYS: `${randomBytes(32).toString('hex')},x`,
    });
    expect(await run.exited).toBe(78);
    expect(run.output()).toContain('The configuration has 5 fault(s)');
    for (const name of [
      ...['GATEWAY_CLIENT_SECRET', 'MACHINE_CLIENT_SECRET', 'INTERNAL_SECRET', 'COOKIE_KEYS'],
      'ACCOUNT_KEYS',
    ])
      expect(run.output()).toContain(`- ${name} `);
    expect(run.output()).not.toMatch(/dev-gateway|CHANGE-ME/);
  });

  test('makes no demo accounts in production, unless that is what it is for', async () => {
    const demo = { NODE_ENV: 'production', SEED_DEMO_DATA: 'true' };
    const refused = start('migrate.ts', demo);
    expect(await refused.exited).toBe(78);
    expect(refused.output()).toContain('SEED_DEMO_DATA makes accounts');
    expect(await start('migrate.ts', { ...demo, DEMO: 'everything-here-is-public' }).exited).toBe(0);
    expect(await users()).toHaveLength(4);
  });

  test('starts before its database is migrated, is ready after it, and stops in order', async () => {
    const run = start('identity.ts');
    try {
      await waitUntil(() => run.output().includes('is listening'), { describe: 'identity to listen' });
      const port = /"port":(\d+)/.exec(run.output())?.[1] ?? '';
      const url = (path: string) => `http://127.0.0.1:${port}${path}`;
      expect((await fetch(url('/readyz'))).status).toBe(503);
      const early = await fetch(url('/identity/jwks'));
      expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await start('migrate.ts').exited).toBe(0);
      await waitUntil(async () => (await fetch(url('/readyz'))).ok, { describe: 'identity to be ready' });
      expect((await fetch(url('/identity/jwks'))).status).toBe(200);
    } finally {
      run.child.kill('SIGTERM');
    }
    expect(await run.exited).toBe(0);
    expect(run.output()).toContain('"msg":"stopped"');
  });
});
