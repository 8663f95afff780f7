'use client';

import type { Address, CheckoutScreen, ChooseTerms } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { chooseTerms, fetchBasket } from '../../api/browser/basket.ts';
import { checkOut } from '../../api/browser/checkout.ts';
import { publishBasket, useLatestBasket } from '../../api/browser/latest-basket.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import type { Country } from '../../ui/countries.ts';
import { type Attempt, keptAttempt } from './attempt.ts';
import { checkoutStart, nextCheckout } from './checkout-state.ts';
import { keepAddress, keptAddress } from './kept-address.ts';
import { placeOrder } from './place-order.ts';
import { goesElsewhere, termsOfAddress } from './terms-of-address.ts';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const send = (attempt: Attempt) => checkOut(attempt.key, attempt.request);

export const useCheckout = ({ basket: rendered, user }: CheckoutScreen, countries: readonly Country[]) => {
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
    if (!address) return;
    dispatch({ type: 'address-given', address });
    const terms = termsOfAddress(address, rendered.terms, countries);
    if (goesElsewhere(terms, rendered.terms)) void chooseTerms(terms);
  }, [user.email, rendered.terms, countries]);

  const [addressTrouble, setAddressTrouble] = useState<string>();
  /** The basket is priced for where it goes before anything else is asked. */
  const giveAddress = async (address: Address) => {
    const result = await chooseTerms(termsOfAddress(address, basket.terms, countries));
    setAddressTrouble(result.ok ? undefined : result.problem.title);
    if (!result.ok) return;
    keepAddress(sessionStorage, user.email, address);
    dispatch({ type: 'address-given', address });
  };

  const choose = async (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => {
    if (!state.address) return;
    await chooseTerms({ ...termsOfAddress(state.address, basket.terms, countries), ...change });
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

  return {
    ...{ state, basket, dispatch, addressTrouble, place },
    giveAddress: (address: Address) => void giveAddress(address),
    choose: (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => void choose(change),
    resuming,
    retry: resume,
  };
};
