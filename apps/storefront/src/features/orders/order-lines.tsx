import type { OrderLine, PriceBreakdown } from '@quayside/contracts';
import { useMoney } from '../../ui/use-money.ts';
import { Picture } from '../../ui/picture.tsx';
import { subtotalOf } from '../../ui/subtotal-of.ts';
import { useName } from '../../ui/use-name.ts';

interface OrderLinesProps {
  lines: OrderLine[];
  price: PriceBreakdown;
}

export const OrderLines = ({ lines, price }: OrderLinesProps) => {
  const money = useMoney();
  const nameOf = useName();
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <li key={line.itemId} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-4 py-3">
          <Picture src={line.pictureUrl} alt="" className="rounded-sm border border-rule" />
          <span className="leading-snug">
            {nameOf(line)}
            <span className="figures block text-sm text-ink-faint">
              {line.quantity} × {money(line.unitPrice)}
            </span>
          </span>
          <span className="figures font-semibold">{money(subtotalOf(price, line))}</span>
        </li>
      ))}
    </ul>
  );
};
