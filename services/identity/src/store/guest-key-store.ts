import type { GuestKey } from '@quayside/contracts';
import type { Pool } from 'pg';
import type { GuestKeys } from '../usecases/guest-keys.ts';

/** A key that its gateway has not named for this long is of a gateway that is gone; each names its own every day. */
export const guestKeyDays = 30;

/** The public keys of those who sign tokens for guests, which every service looks up here. */
export const createGuestKeyStore = (pool: Pool): GuestKeys => ({
  publish: async (key) => {
    await pool.query(
      `INSERT INTO guest_keys (kid, public_jwk, published_at) VALUES ($1, $2, now())
       ON CONFLICT (kid) DO UPDATE SET public_jwk = excluded.public_jwk, published_at = excluded.published_at`,
      [key.kid, key],
    );
  },
  published: async () => {
    const { rows } = await pool.query<{ key: GuestKey }>(
      'SELECT public_jwk AS key FROM guest_keys ORDER BY published_at DESC',
    );
    return rows.map(({ key }) => key);
  },
});
