import type { Migration } from '@quayside/postgres';

/**
 * The security log, which is only added to: a row is neither changed nor deleted before its half year is over, whoever
 * asks. When it came is for the database to say.
 */
export const securityEventTables: Migration = {
  name: '0007-security-events',
  sql: `
    CREATE TABLE security_events (
      position bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      id uuid NOT NULL UNIQUE,
      kept_at timestamptz NOT NULL DEFAULT now(),
      service text NOT NULL,
      at timestamptz NOT NULL,
      until timestamptz,
      times integer NOT NULL,
      event text NOT NULL,
      reason text,
      user_id text,
      on_user_id text,
      address text,
      session text,
      user_agent text,
      method text,
      path text,
      detail jsonb
    );
    CREATE INDEX security_events_by_event ON security_events (event, position);
    CREATE INDEX security_events_by_user ON security_events (user_id, position) WHERE user_id IS NOT NULL;
    CREATE INDEX security_events_by_owner ON security_events (on_user_id, position) WHERE on_user_id IS NOT NULL;
    CREATE INDEX security_events_by_address ON security_events (address, position) WHERE address IS NOT NULL;
    CREATE INDEX security_events_by_time ON security_events (at);
    CREATE INDEX security_events_by_age ON security_events (kept_at);

    CREATE FUNCTION keep_security_events() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        NEW.kept_at = now();
        RETURN NEW;
      END IF;
      IF TG_OP = 'DELETE' AND OLD.kept_at < now() - interval '180 days' THEN RETURN OLD; END IF;
      RAISE EXCEPTION 'the security log is only added to' USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER security_events_are_kept BEFORE INSERT OR UPDATE OR DELETE ON security_events
      FOR EACH ROW EXECUTE FUNCTION keep_security_events();
    CREATE TRIGGER security_events_stay BEFORE TRUNCATE ON security_events
      FOR EACH STATEMENT EXECUTE FUNCTION keep_security_events();
  `,
};
