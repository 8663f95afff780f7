'use client';

import { useCallback, useState } from 'react';
import type { StaffOrder } from '@quayside/contracts';
import { fetchStaffOrder } from '../../../api/browser/staff-orders.ts';
import { useLateInvoices } from '../../../ui/use-late-invoices.ts';
import { useEvents } from '../../../api/browser/use-events.ts';

/** The order as it is: what the worker or a colleague does appears by itself. */
export const useStaffOrder = (first: StaffOrder) => {
  const [order, setOrder] = useState(first);
  /** An answer that was overtaken by a later one is none. */
  const take = useCallback(
    (next: StaffOrder) =>
      setOrder((now) =>
        next.version < now.version || (next.version === now.version && next.notes.length < now.notes.length)
          ? now
          : next,
      ),
    [],
  );
  const read = useCallback(async () => {
    const result = await fetchStaffOrder(first.id);
    if (result.ok) take(result.data);
  }, [first.id, take]);
  useLateInvoices(order, read);
  useEvents(
    `/api/v1/staff/orders/events?orderId=${first.id}`,
    { 'order-changed': () => void read() },
    () => void read(),
  );
  return { order, onOrder: take };
};
