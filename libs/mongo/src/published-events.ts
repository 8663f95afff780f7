import type { Document } from 'mongodb';

/** Events of a document that are published and still stand in its outbox. */
interface Published {
  readonly ids: Set<string>;
  /** When they have to be taken out, before somebody else takes them for unpublished. */
  readonly due: number;
}

/** More than these are taken out at once, whenever they are due. */
const most = 5000;

/**
 * What a relay has published and not taken out yet: the next write of the document takes it along, and only where none
 * comes in time it is a write of its own, together with those of other documents.
 */
export const createPublishedEvents = () => {
  const byDocument = new Map<unknown, Published>();
  /** None is due before this; what it stood for may be gone. */
  let soonest = Number.POSITIVE_INFINITY;

  const put = (id: unknown, one: Published): void => {
    byDocument.set(id, one);
    soonest = Math.min(soonest, one.due);
  };

  return {
    add(id: unknown, ids: readonly string[], due: number): void {
      put(id, { ids: new Set([...(byDocument.get(id)?.ids ?? []), ...ids]), due });
    },
    of: (id: unknown): ReadonlySet<string> => byDocument.get(id)?.ids ?? new Set(),
    /** They are in the outbox no longer. */
    forget(id: unknown, ids: readonly string[]): void {
      const known = byDocument.get(id);
      if (!known) return;
      for (const one of ids) known.ids.delete(one);
      if (known.ids.size === 0) byDocument.delete(id);
    },
    /** A write prolonged the document's lease. */
    postpone(id: unknown, due: number): void {
      const known = byDocument.get(id);
      if (known) put(id, { ...known, due });
    },
    isEmpty: (): boolean => byDocument.size === 0,
    /** When to look again; never later than something is due. */
    nextDue: (): number => (byDocument.size > most ? 0 : soonest),
    /** The documents whose events have to be taken out by then. */
    dueBy(time: number): { _id: unknown; ids: readonly string[] }[] {
      const by = byDocument.size > most ? Number.POSITIVE_INFINITY : time;
      soonest = Number.POSITIVE_INFINITY;
      const found: { _id: unknown; ids: readonly string[] }[] = [];
      for (const [_id, { ids, due }] of byDocument) {
        if (due <= by) found.push({ _id, ids: [...ids] });
        else soonest = Math.min(soonest, due);
      }
      return found;
    },
    /** They could not be taken out: they are due still. */
    keep(): void {
      soonest = 0;
    },
  };
};

/** Takes out what was published, and the lease when nothing else is there. */
export const removal = ({ _id, ids }: { _id: unknown; ids: readonly string[] }) => {
  const left = {
    $filter: { input: { $ifNull: ['$outbox', []] }, cond: { $not: { $in: ['$$this.id', ids] } } },
  };
  const update: Document[] = [
    { $set: { outbox: left } },
    { $set: { outboxLease: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$outboxLease'] } } },
  ];
  return { updateOne: { filter: { _id: _id as never }, update } };
};
