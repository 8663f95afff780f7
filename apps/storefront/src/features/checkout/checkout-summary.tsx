import type { Basket } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useMoney } from '../../ui/use-money.ts';
import { useName } from '../../ui/use-name.ts';

/** What is bought and what it comes to, in sight while the address and the card are given. */
export const CheckoutSummary = ({ basket }: { basket: Basket }) => {
  const t = useTranslations('checkout');
  const nameOf = useName();
  const money = useMoney();
  const { totals } = basket.price;
  const pieces = basket.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <aside
      aria-label={t('soFar')}
      className="sticky bottom-0 -mx-4 self-start border-t border-ink bg-sheet px-4 py-3 sm:mx-0 lg:top-6 lg:bottom-auto lg:border lg:p-6"
    >
      <ul className="mb-4 hidden space-y-2 border-b border-rule pb-4 lg:block">
        {basket.items.map((line) => (
          <li key={line.itemId} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <span className="figures text-ink-faint">{line.quantity} ×</span>
            <span className="wrap-anywhere">{nameOf(line)}</span>
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4">
        <span>
          <span className="font-semibold">{t('total')}</span>
          <span className="text-sm text-ink-faint lg:block"> {t('withShipping', { count: pieces })}</span>
        </span>
        <span className="figures text-lg font-semibold" data-testid="total-so-far">
          {money(totals.total)}
        </span>
      </p>
    </aside>
  );
};
