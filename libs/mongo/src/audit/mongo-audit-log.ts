import {
  changedFields,
  currentCorrelationId,
  type AuditActor,
  type AuditChange,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
} from '@quayside/runtime';
import type { ClientSession, Collection, Db, Filter } from 'mongodb';

interface EntryDocument extends Omit<AuditEntry, 'id' | 'at' | 'actor'> {
  _id: number;
  at: Date;
  actorId: string;
  nameId: string;
}

interface NameDocument {
  _id: string;
  actorId: string;
  name: string;
  at: Date;
}

const writeConcern = { w: 'majority' } as const;
const entriesIn = (db: Db): Collection<EntryDocument> => db.collection('auditLog', { writeConcern });
const namesIn = (db: Db): Collection<NameDocument> => db.collection('auditNames', { writeConcern });
const countersIn = (db: Db): Collection<{ _id: string; last: number }> =>
  db.collection('auditCounters', { writeConcern });

const filterOf = (query: Omit<AuditQuery, 'pageSize'>): Filter<EntryDocument> => {
  const { entity, entityId, action, actor, from, to, before } = query;
  const at = { ...(from && { $gte: new Date(from) }), ...(to && { $lt: new Date(to) }) };
  return {
    ...(entity !== undefined && { entity }),
    ...(entityId !== undefined && { entityId }),
    ...(action !== undefined && { action }),
    ...(actor !== undefined && { actorId: actor }),
    ...(Object.keys(at).length > 0 && { at }),
    ...(before !== undefined && { _id: { $lt: before } }),
  };
};

/**
 * The audit log of a MongoDB service: who of the staff changed what. Nothing here changes or deletes an entry. Names
 * stand apart, as they are forgotten with the account.
 */
export const mongoAuditLog = {
  /** Safe to repeat. */
  async ensureIndexes(db: Db): Promise<void> {
    await entriesIn(db).createIndexes([
      { key: { entity: 1, entityId: 1, _id: -1 }, name: 'audit_by_entity' },
      { key: { action: 1, _id: -1 }, name: 'audit_by_action' },
      { key: { actorId: 1, _id: -1 }, name: 'audit_by_actor' },
      { key: { at: -1 }, name: 'audit_by_time' },
    ]);
    await namesIn(db).createIndexes([{ key: { actorId: 1, at: -1 }, name: 'names_of_actor' }]);
  },

  /** Runs a guarded write and its entries as one; where the guard refused nothing is written. */
  async inTransaction(
    db: Db,
    work: (session: ClientSession) => Promise<'matched' | 'missed'>,
  ): Promise<'matched' | 'missed'> {
    return db.client.withSession((session) =>
      session.withTransaction(() => work(session), { writeConcern, readConcern: { level: 'snapshot' } }),
    );
  },

  /** Adds entries in the transaction that makes the changes; of a change with both sides, the fields that differ. */
  async append(
    db: Db,
    session: ClientSession,
    actor: AuditActor,
    ...changes: readonly AuditChange[]
  ): Promise<void> {
    const told = changes.map(changedFields).filter((change) => change !== undefined);
    if (told.length === 0) return;
    const at = new Date();
    const nameId = `${actor.id} ${actor.name}`;
    const itself = { actorId: actor.id, name: actor.name, at };
    await namesIn(db).updateOne({ _id: nameId }, { $setOnInsert: itself }, { upsert: true, session });
    // Last, as whoever counts next waits for the end of this transaction.
    const counted = await countersIn(db).findOneAndUpdate(
      { _id: 'entries' },
      { $inc: { last: told.length } },
      { upsert: true, returnDocument: 'after', session },
    );
    const first = (counted?.last ?? told.length) - told.length + 1;
    const correlationId = currentCorrelationId();
    await entriesIn(db).insertMany(
      told.map(({ entityId, before, after, ...change }, index) => ({
        _id: first + index,
        ...change,
        entityId: String(entityId),
        ...(before && { before: { ...before } }),
        ...(after && { after: { ...after } }),
        ...{ at, actorId: actor.id, nameId },
        ...(correlationId && { correlationId }),
      })),
      { session },
    );
  },

  /** The newest first. */
  async read(db: Db, { pageSize, ...query }: AuditQuery): Promise<AuditPage> {
    const found = await entriesIn(db)
      .find(filterOf(query))
      .sort({ _id: -1 })
      .limit(pageSize + 1)
      .toArray();
    const shown = found.slice(0, pageSize);
    const ids = [...new Set(shown.map(({ nameId }) => nameId))];
    const names = await namesIn(db)
      .find({ _id: { $in: ids } })
      .toArray();
    const nameOf = new Map(names.map(({ _id, name }) => [_id, name]));
    const items = shown.map(({ _id: id, at, actorId, nameId, ...entry }): AuditEntry => {
      const name = nameOf.get(nameId);
      const actor = { id: actorId, ...(name !== undefined && { name }) };
      return { id, at: at.toISOString(), actor, ...entry };
    });
    const last = items.at(-1);
    return { items, ...(found.length > pageSize && last && { next: last.id }) };
  },

  /** The latest name of each of them that has an account. */
  async namesOf(db: Db, actorIds: readonly string[]): Promise<Record<string, string>> {
    if (actorIds.length === 0) return {};
    const found = await namesIn(db)
      .find({ actorId: { $in: [...actorIds] } })
      .sort({ at: 1 })
      .toArray();
    return Object.fromEntries(found.map(({ actorId, name }) => [actorId, name]));
  },

  /** Of somebody whose account is gone only the reference stays. */
  async forget(db: Db, actorId: string): Promise<void> {
    await namesIn(db).deleteMany({ actorId });
  },
};
