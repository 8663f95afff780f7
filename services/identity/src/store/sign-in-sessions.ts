import type { ClientBase } from 'pg';
import type { SignInSession } from '../usecases/customers.ts';

interface SessionRow {
  begun: string;
  renewed: string | null;
  until: Date;
}

const ofSeconds = (seconds: string): Date => new Date(Number(seconds) * 1000);

/** Where somebody is signed in, as the OpenID provider keeps it; the latest first. */
export const signInSessions = async (tx: ClientBase, userId: string): Promise<SignInSession[]> => {
  const { rows } = await tx.query<SessionRow>(
    `WITH models AS MATERIALIZED (
       SELECT model, uid, payload, expires_at FROM oidc_models
        WHERE payload->>'accountId' = $1 AND model IN ('Session', 'RefreshToken'))
     SELECT coalesce(payload->>'loginTs', payload->>'iat') AS begun, expires_at AS until,
            (SELECT max((token.payload->>'iat')::bigint) FROM models AS token
              WHERE token.model = 'RefreshToken' AND token.payload->>'sessionUid' = models.uid) AS renewed
       FROM models WHERE model = 'Session' AND expires_at > now() ORDER BY begun DESC LIMIT 100`,
    [userId],
  );
  return rows.map(({ begun, renewed, until }) => ({
    begunAt: ofSeconds(begun),
    ...(renewed !== null && { renewedAt: ofSeconds(renewed) }),
    until,
  }));
};
