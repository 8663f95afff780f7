import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runMigrations } from '@quayside/postgres';
import { testDatabase, type TestDatabase } from '@quayside/testkit';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const insert = (name: string, roles: string) =>
  database.pool.query(
    `INSERT INTO users (id, email, email_key, name, locale, roles, password_hash)
     VALUES (gen_random_uuid(), $1, $1, $2, 'en', $3, '')`,
    [`${name.toLowerCase()}@example.test`, name, roles],
  );

test('admins of the release before are admins, found by their words, and one of them stays', async () => {
  const before = allMigrations.findIndex(({ name }) => name === '0004-staff-and-customers');
  await runMigrations(database.url, allMigrations.slice(0, before));
  await insert('Astrid', '{shopper,admin}');
  await insert('Bo', '{shopper,admin}');
  await insert('Cilla', '{shopper}');
  await runMigrations(database.url, allMigrations);
  // As a process of the release before writes, which runs on meanwhile.
  await insert('Dag', '{shopper}');
  const { pool } = database;
  const { rows } = await pool.query(
    `SELECT name, roles, disabled_at, orders FROM users WHERE words @@ to_tsquery('simple', 'astr:* & example:*')`,
  );
  expect(rows).toEqual([{ name: 'Astrid', roles: ['shopper', 'admin'], disabled_at: null, orders: 0 }]);
  await pool.query(`UPDATE users SET roles = '{shopper,support}' WHERE name = 'Astrid'`);
  await expect(pool.query(`UPDATE users SET disabled_at = now() WHERE name = 'Bo'`)).rejects.toThrow(
    'somebody has to be an admin',
  );
  await expect(pool.query(`DELETE FROM users WHERE name = 'Bo'`)).rejects.toThrow(
    'somebody has to be an admin',
  );
  await expect(pool.query(`DELETE FROM users`)).rejects.toThrow('somebody has to be an admin');
  await pool.query(`DELETE FROM users WHERE name IN ('Cilla', 'Dag')`);
});
