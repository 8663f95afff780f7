import type { SalesSettings } from '@quayside/contracts/money';
import type { OutgoingEvent } from '@quayside/messaging';
import { mongoAuditLog, type DocumentOutboxRelay, type WithOutbox } from '@quayside/mongo';
import type { Collection, Db } from 'mongodb';
import { salesSettingsFacts } from '../domain/sales-settings-facts.ts';
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
  db,
  collection,
  relay,
  toEvent,
}: {
  db: Db;
  collection: SalesSettingsCollection;
  relay: DocumentOutboxRelay;
  toEvent: ToEvent;
}): SalesSettingsStore => {
  const read = async () => {
    const found = await answerOrUnavailable(
      collection.findOne({ _id }, { projection: { version: 1, settings: 1 } }),
    );
    if (!found) throw new Error('There are no sales settings, though the first start makes them');
    return { ...found.settings, version: found.version };
  };
  return {
    read,
    async replace(settings, expectedVersion, by) {
      const after = { ...settings, version: expectedVersion + 1 };
      const write = {
        $set: { version: after.version, settings, ...relay.leaseFields() },
        $push: { outbox: toEvent(after) },
      };
      const outcome = await answerOrUnavailable(
        mongoAuditLog.inTransaction(db, async (session) => {
          const asRead = { _id, version: expectedVersion } as const;
          const was = await collection.findOneAndUpdate(asRead, write, {
            session,
            projection: { settings: 1 },
          });
          if (!was) return 'missed';
          await mongoAuditLog.append(db, session, by, {
            ...{ action: 'changed', entity: 'sales-settings', entityId: _id },
            before: salesSettingsFacts(was.settings),
            after: salesSettingsFacts(settings),
          });
          return 'matched';
        }),
      );
      if (outcome === 'missed') throw new SalesSettingsStale(await read());
      relay.afterWrite(_id);
      return after;
    },
  };
};
