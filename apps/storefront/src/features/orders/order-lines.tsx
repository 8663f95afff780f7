import type { OrderLine } from '@quayside/contracts';
import { formatMoney } from '../../ui/money.ts';
import { Picture } from '../../ui/picture.tsx';

export const OrderLines = ({ lines }: { lines: OrderLine[] }) => (
  <ul className="divide-y divide-rule border-y border-rule">
    {lines.map((line) => (
      <li key={line.itemId} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-4 py-3">
        <Picture src={line.pictureUrl} alt="" className="rounded-sm border border-rule" />
        <span className="leading-snug">
          {line.name}
          <span className="figures block text-sm text-ink-faint">
            {line.quantity} × {formatMoney(line.unitPrice)}
          </span>
        </span>
        <span className="figures font-semibold">
          {formatMoney({ ...line.unitPrice, amount: line.unitPrice.amount * line.quantity })}
        </span>
      </li>
    ))}
  </ul>
);
