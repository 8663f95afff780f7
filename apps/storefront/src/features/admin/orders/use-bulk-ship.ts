'use client';

import type { StaffOrderRow } from '@quayside/contracts';
import { useRef, useState } from 'react';
import { shipRest } from '../../../api/browser/staff-orders.ts';

/** What became of one of the orders. `unclear`: without an answer, so that the same request is to be made again. */
export interface ShipOutcome {
  readonly state: 'waits' | 'sent' | 'refused' | 'unclear';
  readonly text: string;
}

export interface ToShip {
  readonly carrier: string;
  readonly tracking: ReadonlyMap<string, string>;
}

const waits: ShipOutcome = { state: 'waits', text: 'Waits' };
const sent: ShipOutcome = { state: 'sent', text: 'Sent' };

/**
 * Ships what is left of several orders, one after the other. Each has a key of its own for as long as this lasts: whoever
 * repeats it sends nothing twice.
 */
export const useBulkShip = (orders: readonly StaffOrderRow[]) => {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, ShipOutcome>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const keyOf = (id: string): string => {
    const key = keys.current.get(id) ?? crypto.randomUUID();
    keys.current.set(id, key);
    return key;
  };

  const shipOne = async (order: StaffOrderRow, { carrier, tracking }: ToShip): Promise<ShipOutcome> => {
    const number = tracking.get(order.id);
    const body = { ...(carrier && { carrier }), ...(number !== undefined && { tracking: number }) };
    const result = await shipRest({ order, key: keyOf(order.id) }, body);
    if (result.ok) return sent;
    const { status, code, detail, title } = result.problem;
    if (code === 'stale-version')
      return {
        state: 'refused',
        text: 'Changed since you read the list; nothing was done. Look at it first.',
      };
    if (code === 'shipment-exceeds-order')
      return { state: 'refused', text: 'Nothing is left to pack; see its parcels.' };
    return { state: status >= 500 || status === 429 ? 'unclear' : 'refused', text: detail ?? title };
  };

  /** Those that were not sent or refused yet. */
  const ship = async (wanted: ToShip): Promise<void> => {
    setBusy(true);
    const known = new Map(outcomes);
    const open = orders.filter(({ id }) => !['sent', 'refused'].includes(known.get(id)?.state ?? ''));
    for (const { id } of open) known.set(id, waits);
    setOutcomes(new Map(known));
    for (const order of open) {
      known.set(order.id, await shipOne(order, wanted));
      setOutcomes(new Map(known));
    }
    setBusy(false);
  };

  return { outcomes, isBusy, ship };
};
