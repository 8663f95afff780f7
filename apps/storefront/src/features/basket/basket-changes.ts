import { nameIn, type Basket } from '@quayside/contracts';
import { sameMoney } from '@quayside/contracts/money';
import { shopLocale } from '../../i18n/locales.ts';
import type { Words } from '../../i18n/words.ts';
import { formatMoney } from '../../ui/money.ts';

/** What a shopper who cannot see the page should hear when the basket changed by itself. */
export const describeChanges = (
  before: Basket,
  after: Basket,
  t: Words<'basket'>,
  locale: string = shopLocale,
): string[] =>
  after.items.flatMap((line) => {
    const was = before.items.find((other) => other.itemId === line.itemId);
    if (!was) return [];
    const name = nameIn(line, locale);
    const said: string[] = [];
    if (!sameMoney(was.unitPrice, line.unitPrice))
      said.push(
        t('nowCosts', {
          ...{ name, price: formatMoney(line.unitPrice, locale) },
          before: formatMoney(was.unitPrice, locale),
        }),
      );
    if (was.available && !line.available) said.push(t('ranOut', { name }));
    if (!was.available && line.available) said.push(t('isBack', { name }));
    return said;
  });
