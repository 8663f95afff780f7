import { postgresOutbox } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import { toEvent } from './to-event.ts';

/** Puts facts into the outbox inside the transaction that made them true. */
export const announce = (tx: ClientBase, facts: readonly CatalogFact[]): Promise<void> =>
  postgresOutbox.append(tx, ...facts.map(toEvent));
