'use client';

import { type Address, addressFaults, type CheckoutScreen, type ChooseTerms } from '@quayside/contracts';
import { isEmail } from '@quayside/contracts/email';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useLocale } from 'next-intl';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { chooseTerms, fetchBasket } from '../../api/browser/basket.ts';
import { checkOut } from '../../api/browser/checkout.ts';
import { publishBasket, useLatestBasket } from '../../api/browser/latest-basket.ts';
import { tellTabs } from '../../api/browser/tabs.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import { type Attempt, keptAttempt } from './attempt.ts';
import type { AddressCountry } from '../../ui/address/address-countries.ts';
import { checkoutStart, nextCheckout, type Step } from './checkout-state.ts';
import { keepAddress, keptAddress } from './kept-address.ts';
import { keepEmail, keptEmail } from './kept-email.ts';
import { forgetCard, keepCard, keptCard } from './kept-card.ts';
import { placeOrder } from './place-order.ts';
import type { Card } from '../../ui/payment/payment-message.ts';
import { goesElsewhere, termsOfAddress } from './terms-of-address.ts';
import { useStepInUrl } from './use-step-in-url.ts';

const guestOwner = 'guest';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const send = (attempt: Attempt) => checkOut(attempt.key, attempt.request);

export const useCheckout = (
  { basket: rendered, user }: CheckoutScreen,
  countries: readonly AddressCountry[],
) => {
  const router = useRouter();
  const locale = useLocale();
  const pathIn = usePathIn();
  const isGuest = user === undefined;
  /** What the tab keeps is for whoever gave it only. */
  const owner = user?.email ?? guestOwner;
  const [state, dispatch] = useReducer(nextCheckout, isGuest, checkoutStart);
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
      if (outcome.placed === true) forgetCard(sessionStorage);
      if (outcome.placed === true) router.push(pathIn(`/orders/${outcome.orderId}?placed`));
      // The basket is another one now: emptied by the order, or not what the shopper was shown. Of somebody signed
      // out it would be a guest's: what they were about to order stays in sight.
      const signedOut = outcome.placed === false && outcome.trouble.kind === 'signed-out';
      if (outcome.placed !== 'unknown' && !signedOut) await fetchBasket();
      if (outcome.placed === true) tellTabs({ about: 'basket' });
    },
    [router, pathIn],
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
    const email = keptEmail(sessionStorage);
    if (isGuest && email !== undefined && isEmail(email)) dispatch({ type: 'email-given', email });
    const address = keptAddress(sessionStorage, owner);
    const rules = countries.find(({ code }) => code === address?.country)?.address;
    if (!address || !rules || addressFaults(address, rules).length > 0) return;
    dispatch({ type: 'address-given', address });
    const card = keptCard(sessionStorage, owner, Date.now());
    if (card) dispatch({ type: 'card-given', card });
    const terms = termsOfAddress(address, rendered.terms, countries);
    if (goesElsewhere(terms, rendered.terms)) void chooseTerms(terms);
  }, [isGuest, owner, rendered.terms, countries]);

  const show = useCallback((step: Step) => dispatch({ type: 'step-shown', step }), []);
  useStepInUrl(state.step, isGuest ? 'contact' : 'address', show, pathIn('/checkout'));

  const giveEmail = (email: string) => {
    keepEmail(sessionStorage, email);
    dispatch({ type: 'email-given', email });
  };

  const giveCard = (card: Card) => {
    keepCard(sessionStorage, owner, card, Date.now());
    dispatch({ type: 'card-given', card });
  };

  const [addressTrouble, setAddressTrouble] = useState<string>();
  /** The basket is priced for where it goes before anything else is asked. */
  const giveAddress = async (address: Address) => {
    const result = await chooseTerms(termsOfAddress(address, basket.terms, countries));
    setAddressTrouble(result.ok ? undefined : result.problem.title);
    if (!result.ok) return;
    keepAddress(sessionStorage, owner, address);
    dispatch({ type: 'address-given', address });
  };

  const choose = async (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => {
    if (!state.address) return;
    await chooseTerms({ ...termsOfAddress(state.address, basket.terms, countries), ...change });
  };

  const place = () => {
    const { address, card, email } = state;
    if (!address || !card) return;
    const request = {
      shippingAddress: address,
      paymentToken: card.token,
      ...(isGuest && email !== undefined && { contact: { email, locale } }),
      acceptedTotal: basket.totals.total,
      acceptedLines: basket.items.map(({ itemId, quantity }) => ({ itemId, quantity })),
    };
    void run({ key: crypto.randomUUID(), request });
  };

  return {
    ...{ state, basket, dispatch, addressTrouble, place },
    giveEmail,
    giveCard,
    giveAddress: (address: Address) => void giveAddress(address),
    choose: (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => void choose(change),
    resuming,
    retry: resume,
  };
};
