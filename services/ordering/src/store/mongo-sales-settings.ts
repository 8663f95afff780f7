import type { SalesSettings } from '@quayside/contracts/money';
import type { OutgoingEvent } from '@quayside/messaging';
import type { DocumentOutboxRelay, WithOutbox } from '@quayside/mongo';
import type { Collection, Db } from 'mongodb';
import { SalesSettingsStale } from '../domain/sales-settings-error.ts';
import type { SalesSettingsStore, VersionedSalesSettings } from '../usecases/sales-settings-store.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

export interface SalesSettingsDocument extends WithOutbox {
  _id: 'shop';
  version: number;
  settings: SalesSettings;
}

type SalesSettingsCollection = Collection<SalesSettingsDocument>;
type ToEvent = (settings: VersionedSalesSettings) => OutgoingEvent;

export const salesSettingsCollection = (db: Db): SalesSettingsCollection =>
  db.collection<SalesSettingsDocument>('salesSettings', { writeConcern: { w: 'majority' } });

const _id = 'shop';

/** Gives a shop that has no settings yet those to begin with, and tells of them. Safe to repeat. */
export const ensureSalesSettings = async (
  db: Db,
  { settings, toEvent }: { settings: SalesSettings; toEvent: ToEvent },
): Promise<void> => {
  const collection = salesSettingsCollection(db);
  // As if its writer had died: whoever polls next publishes it.
  const outboxLease = { owner: 'the first start', until: new Date() };
  const first = { version: 1, settings, outbox: [toEvent({ ...settings, version: 1 })], outboxLease };
  await collection.updateOne({ _id }, { $setOnInsert: first }, { upsert: true });
};

export const createMongoSalesSettings = ({
  collection,
  relay,
  toEvent,
}: {
  collection: SalesSettingsCollection;
  relay: DocumentOutboxRelay;
  toEvent: ToEvent;
}): SalesSettingsStore => ({
  async read() {
    const found = await answerOrUnavailable(
      collection.findOne({ _id }, { projection: { version: 1, settings: 1 } }),
    );
    if (!found) throw new Error('There are no sales settings, though the first start makes them');
    return { ...found.settings, version: found.version };
  },

  async replace(settings, expectedVersion) {
    const after = { ...settings, version: expectedVersion + 1 };
    const { modifiedCount } = await answerOrUnavailable(
      collection.updateOne(
        { _id, version: expectedVersion },
        {
          $set: { version: after.version, settings, ...relay.leaseFields() },
          $push: { outbox: toEvent(after) },
        },
      ),
    );
    if (modifiedCount === 0) throw new SalesSettingsStale();
    relay.afterWrite(_id);
    return after;
  },
});
