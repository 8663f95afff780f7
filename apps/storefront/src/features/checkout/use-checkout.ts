'use client';

import type { Address, CheckoutScreen } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { fetchBasket } from '../../api/browser/basket.ts';
import { checkOut } from '../../api/browser/checkout.ts';
import { publishBasket, useLatestBasket } from '../../api/browser/latest-basket.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import { type Attempt, keptAttempt } from './attempt.ts';
import { checkoutStart, nextCheckout } from './checkout-state.ts';
import { keepAddress, keptAddress } from './kept-address.ts';
import { placeOrder } from './place-order.ts';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const send = (attempt: Attempt) => checkOut(attempt.key, attempt.request);

export const useCheckout = ({ basket: rendered, user }: CheckoutScreen) => {
  const router = useRouter();
  const [state, dispatch] = useReducer(nextCheckout, checkoutStart);
  const [resuming, setResuming] = useState(false);
  const sending = useRef(false);

  useEffect(() => publishBasket(rendered), [rendered]);
  const basket = useLatestBasket(rendered);
  const reread = useCallback(() => void fetchBasket(), []);
  useEvents('/api/v1/basket/events', { 'basket-changed': reread }, () => {});

  const run = useCallback(
    async (attempt: Attempt) => {
      // State arrives a render later; the second click of a double click comes sooner.
      if (sending.current) return;
      sending.current = true;
      dispatch({ type: 'order-sent' });
      const outcome = await placeOrder(attempt, { send, store: sessionStorage, pause });
      sending.current = outcome.placed === true;
      dispatch({ type: 'order-answered', outcome });
      if (outcome.placed !== 'unknown') setResuming(outcome.placed);
      if (outcome.placed === true) router.push(`/orders/${outcome.orderId}?placed`);
      // The basket is another one now: emptied by the order, or not what the shopper was shown. Of somebody signed
      // out it would be a guest's: what they were about to order stays in sight.
      const signedOut = outcome.placed === false && outcome.trouble.kind === 'signed-out';
      if (outcome.placed !== 'unknown' && !signedOut) await fetchBasket();
    },
    [router],
  );

  const resume = useCallback(() => {
    const attempt = keptAttempt(sessionStorage);
    if (attempt) void run(attempt);
    return attempt !== undefined;
  }, [run]);

  useEffect(() => {
    if (resume()) setResuming(true);
  }, [resume]);

  useEffect(() => {
    const address = keptAddress(sessionStorage, user.email);
    if (address) dispatch({ type: 'address-given', address });
  }, [user.email]);

  const giveAddress = (address: Address) => {
    keepAddress(sessionStorage, user.email, address);
    dispatch({ type: 'address-given', address });
  };

  const place = () => {
    const { address, card } = state;
    if (!address || !card) return;
    const request = {
      shippingAddress: address,
      paymentToken: card.token,
      acceptedTotal: basket.totals.total,
    };
    void run({ key: crypto.randomUUID(), request });
  };

  return { state, basket, dispatch, giveAddress, place, resuming, retry: resume };
};
