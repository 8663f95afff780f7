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

/**
 * What `read` gives in the currency of the page. It begins with the one that is usual in the language, while the basket is still
 * asked for, and begins again only where that says otherwise.
 */
export const inPageCurrency = async <T>(read: (currency: string) => Promise<T>): Promise<T> => {
  const usual = usualCurrency(await getLocale());
  const [early, currency] = await Promise.all([read(usual), pageCurrency()]);
  return currency === usual ? early : read(currency);
};
