import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { OutsideIdentity, OutsideStore } from '../usecases/outside-identity.ts';

/** Of what opens something only a digest is kept. */
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

interface DepartureRow {
  readonly provider: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly maxAge: number | null;
  readonly signIn: string | null;
  readonly userId: string | null;
  readonly again: string;
  readonly until: Date;
}

interface ArrivalRow {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailTrusted: boolean;
  readonly name: string | null;
}

const departureOf = (row: DepartureRow, state: string, browser: string) => {
  const { provider, nonce, verifier, maxAge, signIn, userId, again, until } = row;
  return {
    ...{ state, browser, provider, nonce, verifier, again, until },
    ...(maxAge !== null && { maxAge }),
    from: userId === null ? { signIn: signIn ?? '' } : { userId },
  };
};

/** Who is on the way to a provider of others, and who came back and is not signed in yet. */
export const createOutsideJourneys = (
  pool: Pool,
): Pick<OutsideStore, 'depart' | 'takeDeparture' | 'arrive' | 'arrivalOf' | 'leave'> => ({
  depart: async ({ state, browser, provider, nonce, verifier, maxAge, from, again }, until) => {
    await pool.query(
      `INSERT INTO outside_departures (state, browser, provider, nonce, verifier, max_age, sign_in, user_id, again,
         expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[digest(state), digest(browser), provider, nonce, verifier, maxAge ?? null],
        ...['signIn' in from ? from.signIn : null, 'userId' in from ? from.userId : null, again, until],
      ],
    );
  },
  takeDeparture: async (state, browser, now) => {
    const { rows } = await pool.query<DepartureRow>(
      `DELETE FROM outside_departures WHERE state = $1 AND browser = $2 AND expires_at > $3
       RETURNING provider, nonce, verifier, max_age AS "maxAge", sign_in AS "signIn", user_id AS "userId", again,
         expires_at AS until`,
      [digest(state), digest(browser), now],
    );
    return rows[0] && departureOf(rows[0], state, browser);
  },
  arrive: async (signIn, { provider, issuer, subject, email, isEmailTrusted, name }, until) => {
    await pool.query(
      `INSERT INTO outside_arrivals (sign_in, provider, issuer, subject, email, is_email_trusted, name, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (sign_in) DO UPDATE SET provider = excluded.provider, issuer = excluded.issuer,
         subject = excluded.subject, email = excluded.email, is_email_trusted = excluded.is_email_trusted,
         name = excluded.name, expires_at = excluded.expires_at`,
      [signIn, provider, issuer, subject, email ?? null, isEmailTrusted, name ?? null, until],
    );
  },
  arrivalOf: async (signIn, now): Promise<OutsideIdentity | undefined> => {
    const { rows } = await pool.query<ArrivalRow>(
      `SELECT provider, issuer, subject, email, is_email_trusted AS "isEmailTrusted", name FROM outside_arrivals
        WHERE sign_in = $1 AND expires_at > $2`,
      [signIn, now],
    );
    if (!rows[0]) return undefined;
    const { email, name, ...known } = rows[0];
    return { ...known, ...(email !== null && { email }), ...(name !== null && { name }) };
  },
  leave: async (signIn) => {
    await pool.query('DELETE FROM outside_arrivals WHERE sign_in = $1', [signIn]);
  },
});
