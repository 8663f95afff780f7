import { expect, test } from '@jest/globals';
import pg from 'pg';
import { postgresIsAway } from './postgres-is-away.ts';

test('what the driver throws at a dead server', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
  const failure = await pool.query('SELECT 1').catch((error: unknown) => error);
  expect(postgresIsAway(failure)).toBe(true);
});

const state = (code: string) => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });

test.each<[string, unknown, boolean]>([
  ['a serialization failure', state('40001'), true],
  ['a server that shuts down', state('57P01'), true],
  ['a statement that took too long', state('57014'), true],
  ['a server that became a standby', state('25006'), true],
  ['a transaction that was ended for idling', state('25P03'), true],
  ['a disk that cannot be read', state('58030'), true],
  ['a password that was changed', state('28P01'), true],
  ['a cut connection', new Error('Connection terminated unexpectedly'), true],
  ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), true],
  ['one wrapped by another', new Error('could not load', { cause: state('40001') }), true],
  ['a broken constraint', state('23505'), false],
  ['a bug', new TypeError('x is undefined'), false],
])('%s', (_what, error, expected) => {
  expect(postgresIsAway(error)).toBe(expected);
});
