import type { OrderCollection } from './order-document.ts';
import type { DueWorkKind } from '../domain/due-work.ts';

/** Keeps with the order why its due work failed last, for staff to read; it is in nobody's way. */
export const createRecordFailure =
  (orders: OrderCollection, now: () => Date) =>
  async ({ id, kind }: { id: string; kind: string }, error: unknown): Promise<void> => {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    const dueFailure = { kind: kind as DueWorkKind, at: now(), message };
    await orders.updateOne({ _id: id }, { $set: { dueFailure } }, { writeConcern: { w: 1 } });
  };
