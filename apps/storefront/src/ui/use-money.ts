import type { Money } from '@quayside/contracts';
import { useLocale } from 'next-intl';
import { formatMoney } from './money.ts';

/** Writes money as the language of the page does. */
export const useMoney = (): ((money: Money) => string) => {
  const locale = useLocale();
  return (money) => formatMoney(money, locale);
};
