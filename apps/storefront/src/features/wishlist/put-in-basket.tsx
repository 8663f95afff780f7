'use client';

import type { Wish } from '@quayside/contracts';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { addToBasket } from '../../api/browser/basket.ts';
import { likelyCountry } from '../../i18n/likely-country.ts';
import { button } from '../../ui/button.ts';
import { useWaking } from '../../ui/use-waking.ts';
import { useName } from '../../ui/use-name.ts';

export const PutInBasket = ({ wish }: { wish: Wish }) => {
  const t = useTranslations('wishlist.basket');
  const nameOf = useName();
  const locale = useLocale();
  const waking = useWaking();
  const [state, setState] = useState<'idle' | 'asking' | 'done' | 'failed'>('idle');
  if (!wish.available) return null;
  const put = async () => {
    setState('asking');
    setState((await addToBasket(wish.itemId, 1, likelyCountry(locale))).ok ? 'done' : 'failed');
  };
  return (
    <>
      <button {...waking} type="button" onClick={() => void put()} className={button('quiet')}>
        {t(state)}
        <span className="sr-only">: {nameOf(wish)}</span>
      </button>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : `${t(state)}: ${nameOf(wish)}`}
      </span>
    </>
  );
};
