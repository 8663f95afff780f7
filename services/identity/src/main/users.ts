import { postgresOutbox } from '@quayside/postgres';
import type { Pool } from 'pg';
import { toIntegrationEvent } from '../messages/user-events.ts';
import { createUserStore, type UserStore } from '../store/user-store.ts';

/** The users, whose changes go to the outbox as integration events. */
export const createUsers = (pool: Pool): UserStore =>
  createUserStore({ pool, appendEvent: (tx, event) => postgresOutbox.append(tx, toIntegrationEvent(event)) });
