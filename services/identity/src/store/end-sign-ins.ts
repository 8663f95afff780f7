import type { ClientBase } from 'pg';

/** Ends every sign-in of an account: no session of the provider goes on, and no token of it is renewed. */
export const endSignIns = async (tx: ClientBase, userId: string): Promise<void> => {
  await tx.query(`DELETE FROM oidc_models WHERE payload->>'accountId' = $1`, [userId]);
};
