import { postgresOutbox } from '@quayside/postgres';
import type { Pool } from 'pg';
import { toIntegrationEvent } from '../messages/user-events.ts';
import type { AppendEvent } from '../store/append-event.ts';
import { createUserStore, type UserStore } from '../store/user-store.ts';

/** Puts what others shall hear of a user into the outbox. */
export const appendUserEvent: AppendEvent = (tx, event) =>
  postgresOutbox.append(tx, toIntegrationEvent(event));

/** The users, whose changes go to the outbox as integration events. */
export const createUsers = (pool: Pool): UserStore => createUserStore({ pool, appendEvent: appendUserEvent });
