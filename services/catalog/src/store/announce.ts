import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';

/** Writes facts to the outbox inside the caller's transaction; given by the composition root. */
export type Announce = (tx: ClientBase, facts: readonly CatalogFact[]) => Promise<void>;
