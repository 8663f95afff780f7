import type { Migration } from '@quayside/postgres';

/**
 * Accounts of other OpenID providers that open accounts of ours: known by issuer and subject, never by an address. An account that
 * began so has no password that anybody knows, until one is set, whichever process sets it.
 */
export const outsideSignIns: Migration = {
  name: '0013-outside-sign-ins',
  sql: `
    ALTER TABLE users ADD COLUMN has_password boolean NOT NULL DEFAULT true;
    CREATE FUNCTION note_password() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.has_password := true;
      RETURN NEW;
    END $$;
    CREATE TRIGGER note_password BEFORE UPDATE OF password_hash ON users FOR EACH ROW EXECUTE FUNCTION note_password();

    CREATE TABLE outside_links (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      provider text NOT NULL,
      issuer text NOT NULL,
      subject text NOT NULL,
      email text,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz,
      UNIQUE (issuer, subject)
    );
    CREATE INDEX outside_links_of_user ON outside_links (user_id, created_at);

    CREATE TABLE outside_departures (
      state bytea PRIMARY KEY,
      browser bytea NOT NULL,
      provider text NOT NULL,
      nonce text NOT NULL,
      verifier text NOT NULL,
      max_age integer,
      sign_in text,
      user_id uuid REFERENCES users ON DELETE CASCADE,
      again text NOT NULL,
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX outside_departures_of_user ON outside_departures (user_id) WHERE user_id IS NOT NULL;
    CREATE INDEX outside_departures_expiry ON outside_departures (expires_at);

    CREATE TABLE outside_arrivals (
      sign_in text PRIMARY KEY,
      provider text NOT NULL,
      issuer text NOT NULL,
      subject text NOT NULL,
      email text,
      is_email_trusted boolean NOT NULL,
      name text,
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX outside_arrivals_expiry ON outside_arrivals (expires_at);
  `,
};
