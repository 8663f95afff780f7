import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';

/**
 * Writes facts to the outbox inside the caller's transaction; given by the composition root. `flowOf` answers how to
 * get into the flow that made a fact, where that is not the current one.
 */
export type Announce = (
  tx: ClientBase,
  facts: readonly CatalogFact[],
  flowOf?: (fact: CatalogFact) => (<T>(work: () => T) => T) | undefined,
) => Promise<void>;
