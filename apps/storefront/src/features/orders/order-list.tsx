import type { Order } from '@quayside/contracts';
import { AppLink } from '../../ui/app-link.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Picture } from '../../ui/picture.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { statusLabel } from './order-timeline.ts';
import { statusFlag } from '../../ui/status-flag.ts';

export const OrderList = ({ orders }: { orders: Order[] }) => (
  <ul className="divide-y divide-rule border-b border-rule">
    {orders.map((order) => (
      <li key={order.id}>
        <OrderRow order={order} />
      </li>
    ))}
  </ul>
);

const shownPictures = 4;

const OrderRow = ({ order }: { order: Order }) => (
  <article className="group relative grid gap-x-8 gap-y-4 py-6 sm:grid-cols-[minmax(0,1fr)_auto_8rem] sm:items-center">
    <div>
      <h2 className="figures text-xl">
        <AppLink
          href={`/orders/${order.id}`}
          className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
        >
          {order.number}
        </AppLink>
      </h2>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-faint">
        {order.history[0] && <LocalTime at={order.history[0].at} />}
        <span className="inline-flex items-center gap-2 font-semibold text-ink">
          <SignalFlag of={statusFlag[order.status]} className="h-4 w-4" />
          {statusLabel(order.status)}
        </span>
      </p>
    </div>
    <ul className="flex gap-2" aria-label="Items">
      {order.items.slice(0, shownPictures).map((line) => (
        <li key={line.itemId} className="w-14">
          <Picture src={line.pictureUrl} alt={line.name} className="rounded-sm border border-rule" />
        </li>
      ))}
      {order.items.length > shownPictures && (
        <li className="figures grid w-10 place-items-center text-sm text-ink-faint">
          +{order.items.length - shownPictures}
        </li>
      )}
    </ul>
    <p className="figures text-lg font-semibold sm:text-right">{formatMoney(order.totals.total)}</p>
  </article>
);
