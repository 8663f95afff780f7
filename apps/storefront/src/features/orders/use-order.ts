'use client';

import type { OrderChangedNotice } from '@quayside/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchOrder, type ShownOrder } from '../../api/browser/orders.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import { useOrderLink } from './order-link.ts';
import { useLateInvoices } from '../../ui/use-late-invoices.ts';
import { isSettled } from './order-timeline.ts';
import { nextDelay } from './poll-delay.ts';

/**
 * An order as it is now. Events say when to look; asking at growing intervals stands in for events that were missed,
 * and for an order that is not written down yet.
 */
export const useOrder = (id: string, rendered: ShownOrder | undefined) => {
  const link = useOrderLink();
  const [order, setOrder] = useState(rendered);
  const [asked, setAsked] = useState(0);
  const newest = useRef(rendered?.version ?? 0);

  const take = useCallback((next: ShownOrder) => {
    if (next.version < newest.current) return;
    // What has moved moves on soon.
    if (next.version > newest.current) setAsked(0);
    newest.current = next.version;
    setOrder(next);
  }, []);

  const look = useCallback(async () => {
    const result = await fetchOrder(id, link);
    if (result.ok) take(result.data);
    setAsked((count) => count + 1);
  }, [id, take, link]);

  const onChanged = useCallback(
    (data: string) => {
      const notice = JSON.parse(data) as OrderChangedNotice;
      if (notice.orderId === id && notice.version > newest.current) void look();
    },
    [id, look],
  );
  // Events are told to whose session it is; whoever has the link alone asks at intervals.
  useEvents(link === undefined ? '/api/v1/orders/events' : undefined, { 'order-changed': onChanged }, look);

  const waiting = order === undefined || !isSettled(order.status);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => void look(), nextDelay(asked, order !== undefined && link === undefined));
    return () => clearTimeout(timer);
  }, [asked, look, link, order, waiting]);

  useLateInvoices(order, look);

  return { order, take, look };
};
