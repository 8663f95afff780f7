import type { StaffOrder } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';

type Figures = StaffOrder['figures'][number];

const whereabouts: readonly [keyof Omit<Figures, 'itemId' | 'refundable'>, string][] = [
  ['toShip', 'to ship'],
  ['inParcels', 'packed'],
  ['shipped', 'on the way'],
  ['delivered', 'delivered'],
  ['returned', 'came back'],
  ['cancelled', 'cancelled'],
  ['refunded', 'refunded'],
];

/** Each line with where its units are. */
export const LineList = ({ order }: { order: StaffOrder }) => (
  <ul className="divide-y divide-rule border-y border-ink">
    {order.items.map(({ itemId, name, quantity, unitPrice }) => {
      const figures = order.figures.find((one) => one.itemId === itemId);
      const paid = order.price.lines.find((line) => line.itemId === itemId)?.total;
      return (
        <li key={itemId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 py-3">
          <p className="font-semibold wrap-anywhere">
            <span className="figures">{quantity} × </span>
            {name}
          </p>
          <p className="figures text-right font-semibold">{paid && formatMoney(paid)}</p>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {figures &&
              whereabouts.map(([which, words]) =>
                figures[which] > 0 ? (
                  <span key={which} className="figures">
                    {figures[which]} {words}
                  </span>
                ) : null,
              )}
          </p>
          <p className="figures text-right text-sm text-ink-soft">{formatMoney(unitPrice)} each</p>
        </li>
      );
    })}
  </ul>
);
