import { postgresOutbox } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import { toEvent } from './to-event.ts';

/** Puts facts into the outbox inside the transaction that made them true. */
export const announce = (
  tx: ClientBase,
  facts: readonly CatalogFact[],
  flowOf: (fact: CatalogFact) => (<T>(work: () => T) => T) | undefined = () => undefined,
): Promise<void> =>
  postgresOutbox.append(
    tx,
    ...facts.map((fact) => {
      const within = flowOf(fact);
      return within ? within(() => toEvent(fact)) : toEvent(fact);
    }),
  );
