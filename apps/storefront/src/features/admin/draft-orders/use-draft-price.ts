'use client';

import type { Basket, Problem } from '@quayside/contracts';
import { useEffect, useRef, useState } from 'react';
import { priceDraftOrder } from '../../../api/browser/draft-orders.ts';
import { toPrice, type DraftValues } from './draft-values.ts';

const restMs = 250;

export interface DraftPrice {
  readonly basket?: Basket | undefined;
  readonly problem?: Problem | undefined;
}

/** What the draft costs as it stands in the form, by the service that will price the order. */
export const useDraftPrice = (values: DraftValues, first: Basket | undefined): DraftPrice => {
  const [price, setPrice] = useState<DraftPrice>({ basket: first });
  const asked = JSON.stringify(toPrice(values) ?? null);
  const turn = useRef(0);
  useEffect(() => {
    const mine = (turn.current += 1);
    const body = JSON.parse(asked) as ReturnType<typeof toPrice> | null;
    const timer = setTimeout(() => {
      if (!body) return setPrice({});
      void priceDraftOrder(body).then((result) => {
        if (turn.current !== mine) return;
        // What was last known stays in sight beside what is wrong.
        setPrice((before) => (result.ok ? { basket: result.data } : { ...before, problem: result.problem }));
      });
    }, restMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return price;
};
