import 'server-only';
import { getLocale } from 'next-intl/server';
import { usualCurrency } from '../../i18n/usual-currency.ts';
import { readBasketOfFrame } from './basket.ts';

/** What prices are shown in: as the basket is paid, and in the usual currency while there is nothing in it. */
export const pageCurrency = async (): Promise<string> => {
  const basket = await readBasketOfFrame();
  if (basket && basket.items.length > 0) return basket.terms.currency;
  return usualCurrency(await getLocale());
};
