import { postgresAuditLog } from '@quayside/postgres';
import { deleteUser } from '../domain/user.ts';
import { endSignIns } from './end-sign-ins.ts';
import type { AppendEvent } from './append-event.ts';

/**
 * Deletes an account with all that is known of the person, and ends every sign-in of it. The one event of it is the last.
 *
 * @returns false when there is no such user
 */
export const deletePerson = async (
  tx: Parameters<AppendEvent>[0],
  id: string,
  appendEvent: AppendEvent,
): Promise<boolean> => {
  const { rows } = await tx.query<{ id: string; version: number }>(
    'DELETE FROM users WHERE id = $1 RETURNING id, version',
    [id],
  );
  await endSignIns(tx, id);
  await postgresAuditLog.forget(tx, id);
  if (rows[0]) await appendEvent(tx, deleteUser(rows[0]));
  return rows.length > 0;
};
