'use client';

import type { Order, OrderChangedNotice } from '@quayside/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchOrder } from '../../api/browser/orders.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import { isSettled } from './order-timeline.ts';
import { nextDelay } from './poll-delay.ts';

/**
 * An order as it is now. Events say when to look; asking at growing intervals stands in for events that were missed,
 * and for an order that is not written down yet.
 */
export const useOrder = (id: string, rendered: Order | undefined) => {
  const [order, setOrder] = useState(rendered);
  const [asked, setAsked] = useState(0);
  const newest = useRef(rendered?.version ?? 0);

  const take = useCallback((next: Order) => {
    if (next.version < newest.current) return;
    newest.current = next.version;
    setOrder(next);
  }, []);

  const look = useCallback(async () => {
    const result = await fetchOrder(id);
    if (result.ok) take(result.data);
    setAsked((count) => count + 1);
  }, [id, take]);

  const onChanged = useCallback(
    (data: string) => {
      const notice = JSON.parse(data) as OrderChangedNotice;
      if (notice.orderId === id && notice.version > newest.current) void look();
    },
    [id, look],
  );
  useEvents('/api/v1/orders/events', { 'order-changed': onChanged }, look);

  const waiting = order === undefined || !isSettled(order.status);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => void look(), nextDelay(asked, order !== undefined));
    return () => clearTimeout(timer);
  }, [asked, look, order, waiting]);

  return { order, take, look };
};
