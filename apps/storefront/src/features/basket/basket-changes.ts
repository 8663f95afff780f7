import type { Basket } from '@quayside/contracts';
import { sameMoney } from '@quayside/contracts/money';
import { formatMoney } from '../../ui/money.ts';

/** What a shopper who cannot see the page should hear when the basket changed by itself. */
export const describeChanges = (before: Basket, after: Basket): string[] =>
  after.items.flatMap((line) => {
    const was = before.items.find((other) => other.itemId === line.itemId);
    if (!was) return [];
    const said: string[] = [];
    if (!sameMoney(was.unitPrice, line.unitPrice))
      said.push(
        `${line.name} now costs ${formatMoney(line.unitPrice)}, before ${formatMoney(was.unitPrice)}.`,
      );
    if (was.available && !line.available) said.push(`${line.name} is no longer available in this quantity.`);
    if (!was.available && line.available) said.push(`${line.name} is available again.`);
    return said;
  });
