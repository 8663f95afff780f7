import type { ClientBase } from 'pg';
import type { Actor } from '../../usecases/actor.ts';

/** The job or the import that changes a price. */
interface PriceSource {
  readonly kind: 'job' | 'import';
  readonly id: string;
}

/** Says to the database, which notes each change of a price, who makes those of this transaction. */
export const nameCause = async (tx: ClientBase, by: Actor, source?: PriceSource): Promise<void> => {
  await tx.query({
    name: 'name-cause',
    text: `SELECT set_config('quayside.actor', $1, true), set_config('quayside.source_kind', $2, true),
                  set_config('quayside.source_id', $3, true)`,
    values: [by.id, source?.kind ?? '', source?.id ?? ''],
  });
};
