import type { PoolClient } from 'pg';
import type { UserEvent } from '../domain/user.ts';

/** Writes what others shall hear of into the outbox, in the transaction of the change. */
export type AppendEvent = (tx: PoolClient, event: UserEvent) => Promise<void>;
