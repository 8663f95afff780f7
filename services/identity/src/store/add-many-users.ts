import { emailKey } from '@quayside/contracts/email';
import type { Pool } from 'pg';

const atOnce = 5000;
const daysBack = 730;

/** Customers with confirmed addresses, who registered over the last two years. Nobody is told of them. Safe to repeat. */
export const addManyUsers = async (
  pool: Pool,
  options: {
    count: number;
    passwordHash: string;
    make: (number: number) => { id: string; name: string; email: string };
  },
): Promise<void> => {
  const { count, passwordHash, make } = options;
  for (let added = 0; added < count; added += atOnce) {
    const users = Array.from({ length: Math.min(atOnce, count - added) }, (_, at) => make(added + at));
    await pool.query(
      `INSERT INTO users (id, email, email_key, name, locale, roles, password_hash, created_at)
       SELECT id, email, key, name, 'en', '{shopper}', $5,
              now() - interval '${daysBack} days' * (1 - ($6::float8 + number) / $7::float8)
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
              WITH ORDINALITY AS made (id, email, key, name, number)
       ON CONFLICT DO NOTHING`,
      [
        users.map(({ id }) => id),
        users.map(({ email }) => email),
        users.map(({ email }) => emailKey(email)),
        users.map(({ name }) => name),
        ...[passwordHash, added, count],
      ],
    );
  }
  await pool.query('ANALYZE users');
};
