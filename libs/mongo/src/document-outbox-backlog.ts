import type { Collection, Document } from 'mongodb';
import type { WithOutbox } from './document-outbox-relay.ts';

/**
 * How many documents have events that no process is about to publish any more, and since when the first of them waits.
 * What is written now is published by its writer, and does not count.
 */
export const documentOutboxBacklog = async (
  collections: readonly Collection<Document>[],
): Promise<{ waiting: number; oldestAt?: Date }> => {
  const abandoned = { 'outboxLease.until': { $lte: new Date() } };
  const told = await Promise.all(
    collections.map(async (collection) => {
      const documents = collection as unknown as Collection<WithOutbox>;
      const [waiting, first] = await Promise.all([
        documents.countDocuments(abandoned),
        documents.findOne(abandoned, {
          sort: { 'outboxLease.until': 1 },
          projection: { outbox: { $slice: 1 } },
        }),
      ]);
      return { waiting, time: first?.outbox?.[0]?.time };
    }),
  );
  const oldest = told
    .flatMap(({ time }) => time ?? [])
    .toSorted()
    .at(0);
  return {
    waiting: told.reduce((sum, { waiting }) => sum + waiting, 0),
    ...(oldest && { oldestAt: new Date(oldest) }),
  };
};
