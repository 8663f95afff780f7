import type { SalesReport } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { formatMoney } from '../../../ui/money.ts';

/** What sold best, each with its share of the best as a bar. */
export const BestSellers = ({ products, currency }: Pick<SalesReport, 'products' | 'currency'>) => {
  const most = Math.max(1, ...products.map(({ amount }) => amount));
  return (
    <ol className="divide-y divide-rule border-y border-ink">
      {products.map(({ itemId, name, units, amount }) => (
        <li key={itemId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 py-3">
          <AppLink
            href={`/admin/stock/${itemId}`}
            className="font-semibold wrap-anywhere underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            {name}
          </AppLink>
          <p className="figures text-right font-semibold">{formatMoney({ amount, currency })}</p>
          <svg
            aria-hidden
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="h-1.5 w-full self-center bg-land"
          >
            <rect width={Math.max(1, (amount / most) * 100)} height="1" className="fill-glass" />
          </svg>
          <p className="figures text-right text-sm text-ink-soft">
            {units.toLocaleString('en-US')} {units === 1 ? 'unit' : 'units'}
          </p>
        </li>
      ))}
    </ol>
  );
};
