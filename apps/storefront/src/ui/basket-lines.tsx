import type { Basket } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { Picture } from './picture.tsx';
import { subtotalOf } from './subtotal-of.ts';
import { useMoney } from './use-money.ts';
import { useName } from './use-name.ts';

/** What is to be paid, line by line, with the price that was shown before where it is another one by now. */
export const BasketLines = ({ basket }: { basket: Basket }) => {
  const t = useTranslations('checkout');
  const money = useMoney();
  const nameOf = useName();
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {basket.items.map((line) => (
        <li key={line.itemId} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-4 py-3">
          <Picture src={line.pictureUrl} alt="" first className="rounded-sm border border-rule" />
          <span className="leading-snug">
            {nameOf(line)}
            <span className="figures block text-sm text-ink-faint">
              {line.quantity} × {money(line.unitPrice)}
              {line.previousUnitPrice && (
                <span className="text-note">{t('was', { price: money(line.previousUnitPrice) })}</span>
              )}
            </span>
          </span>
          <span className="figures font-semibold">{money(subtotalOf(basket.price, line))}</span>
        </li>
      ))}
    </ul>
  );
};
