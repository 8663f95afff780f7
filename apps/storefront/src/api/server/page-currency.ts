import 'server-only';
import { getLocale } from 'next-intl/server';
import { shopLocale } from '../../i18n/locales.ts';
import { usualCurrency } from '../../i18n/usual-currency.ts';
import { readBasketOfFrame } from './basket.ts';

/**
 * What prices are shown in: as the basket is paid. While there is nothing in it, and nobody chose to pay otherwise than new
 * baskets are, in what is usual in the language of the page.
 */
export const pageCurrency = async (): Promise<string> => {
  const basket = await readBasketOfFrame();
  const isChosen = basket && (basket.items.length > 0 || basket.terms.currency !== usualCurrency(shopLocale));
  if (isChosen) return basket.terms.currency;
  return usualCurrency(await getLocale());
};
