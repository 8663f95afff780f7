'use client';

import { nameIn, type Basket, type ChooseTerms } from '@quayside/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import {
  applyCoupon,
  chooseTerms,
  dropCoupon,
  fetchBasket,
  removeLine,
  setQuantity,
} from '../../api/browser/basket.ts';
import { publishBasket, useLatestBasket } from '../../api/browser/latest-basket.ts';
import { useEvents } from '../../api/browser/use-events.ts';
import { addWish } from '../../api/browser/wishlist.ts';
import type { Result } from '../../api/result.ts';
import { describeChanges } from './basket-changes.ts';
import { basketTrouble } from './basket-trouble.ts';
import { asWanted, createLineQueue, type Wanted } from './line-queue.ts';

/** What was taken out last. */
export interface Removed {
  itemId: number;
  name: string;
  quantity: number;
  isWished: boolean;
}

/** The basket as it is now: after the shopper's own changes, and after what others did to prices and stock. */
export const useBasket = (rendered: Basket) => {
  const t = useTranslations('basket');
  const locale = useLocale();
  useEffect(() => publishBasket(rendered), [rendered]);
  const basket = useLatestBasket(rendered);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<string>();

  const shown = useRef(basket);
  useEffect(() => {
    const changes = describeChanges(shown.current, basket, t, locale);
    if (changes.length > 0) setSaid(changes.join(' '));
    shown.current = basket;
  }, [basket, t, locale]);

  const reread = useCallback(() => void fetchBasket(), []);
  useEvents('/api/v1/basket/events', { 'basket-changed': reread }, reread);

  const attempt = async (change: Promise<Result<Basket>>) => {
    const result = await change;
    setTrouble(result.ok ? undefined : basketTrouble(result.problem, t));
    if (!result.ok) reread();
  };

  const [wanted, setWanted] = useState<Wanted>(new Map());
  const queue = useMemo(
    () =>
      createLineQueue({
        send: (itemId, quantity) => (quantity === 0 ? removeLine(itemId) : setQuantity(itemId, quantity)),
        onWanted: setWanted,
        onSettled: (_itemId, result) => {
          setTrouble(result.ok ? undefined : basketTrouble(result.problem, t));
          if (!result.ok) reread();
        },
      }),
    [reread, t],
  );

  const seen = asWanted(basket, wanted);

  const heading = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState(0);
  useEffect(() => {
    if (removed > 0) heading.current?.focus({ preventScroll: true });
  }, [removed]);
  const [undoable, setUndoable] = useState<Removed>();
  const remove = (itemId: number, isWished = false) => {
    const line = seen.items.find((one) => one.itemId === itemId);
    if (line) setUndoable({ itemId, name: nameIn(line, locale), quantity: line.quantity, isWished });
    queue.want(itemId, 0);
    setRemoved((count) => count + 1);
  };

  const undo = () => {
    if (!undoable) return;
    queue.want(undoable.itemId, undoable.quantity);
    setUndoable(undefined);
    heading.current?.focus({ preventScroll: true });
  };
  /** Out of the basket only once it is on the wishlist: nothing is lost between the two. */
  const saveForLater = async (itemId: number) => {
    const result = await addWish(itemId);
    setTrouble(result.ok ? undefined : basketTrouble(result.problem, t));
    if (result.ok) remove(itemId, true);
  };

  /** A code of the wrong form is one that we do not know. */
  const useCode = async (code: string): Promise<string | undefined> => {
    const result = await applyCoupon(code);
    if (result.ok) return undefined;
    const { problem } = result;
    return basketTrouble(
      problem.code === 'malformed-request' ? { ...problem, code: 'coupon-not-valid' } : problem,
      t,
    );
  };

  return {
    basket: seen,
    /** Prices are of before. */
    isWaiting: wanted.size > 0,
    said,
    trouble,
    heading,
    changeQuantity: queue.want,
    remove: (itemId: number) => remove(itemId),
    undoable,
    undo,
    saveForLater: (itemId: number) => void saveForLater(itemId),
    useCode,
    dropCode: () => void attempt(dropCoupon()),
    choose: (choice: ChooseTerms) => void attempt(chooseTerms(choice)),
  };
};
