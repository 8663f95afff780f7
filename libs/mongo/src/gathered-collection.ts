import {
  MongoBulkWriteError,
  type Collection,
  type Document,
  type Filter,
  type OptionalUnlessRequiredId,
  type UpdateFilter,
} from 'mongodb';
import { gather } from '@quayside/runtime';

const duplicateKey = 11000;

/**
 * What became of a guarded update: `unknown` where it went with others and one of them matched nothing, as MongoDB does
 * not tell which.
 */
export type UpdateOutcome = 'matched' | 'missed' | 'unknown';

export interface GuardedUpdate<T extends Document> {
  /** With the id, and what must still be so. */
  filter: Filter<T>;
  update: UpdateFilter<T>;
}

/** Reads and writes of single documents by id, those of the same time in one command each. */
export interface GatheredCollection<T extends Document & { _id: string }> {
  find(id: string): Promise<T | undefined>;
  /** False where the id is taken. */
  insert(document: T): Promise<boolean>;
  update(update: GuardedUpdate<T>): Promise<UpdateOutcome>;
}

/** @returns which of the documents have an id that is taken @throws an insert that failed for anything else */
const takenIds = (error: unknown): ReadonlySet<number> => {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  const isClear = errors.length > 0 && errors.every(({ code }) => code === duplicateKey);
  if (!isClear || error.result.getWriteConcernError()) throw error;
  return new Set(errors.map(({ index }) => index));
};

export const createGatheredCollection = <T extends Document & { _id: string }>(
  collection: Collection<T>,
  options: { projection: Document },
): GatheredCollection<T> => {
  const find = gather(async (ids: readonly string[]): Promise<readonly (T | undefined)[]> => {
    const found = await collection
      .find<T>({ _id: { $in: ids } } as unknown as Filter<T>, { projection: options.projection })
      .toArray();
    const byId = new Map(found.map((document) => [document._id, document]));
    return ids.map((id) => byId.get(id));
  });

  const insert = gather(async (documents: readonly T[]): Promise<readonly boolean[]> => {
    const all = documents as readonly OptionalUnlessRequiredId<T>[];
    const taken = await collection
      .insertMany(all, { ordered: false })
      .then(() => new Set<number>(), takenIds);
    return documents.map((_, at) => !taken.has(at));
  });

  const update = gather(async (updates: readonly GuardedUpdate<T>[]): Promise<readonly UpdateOutcome[]> => {
    const [only, ...others] = updates;
    if (only && others.length === 0) {
      const { matchedCount } = await collection.updateOne(only.filter, only.update);
      return [matchedCount === 1 ? 'matched' : 'missed'];
    }
    const operations = updates.map((one) => ({ updateOne: one }));
    const { matchedCount } = await collection.bulkWrite(operations as never, { ordered: false });
    return updates.map(() => (matchedCount === updates.length ? 'matched' : 'unknown'));
  });

  return { find, insert, update };
};
