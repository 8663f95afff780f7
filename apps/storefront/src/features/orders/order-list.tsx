import type { Order } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { Picture } from '../../ui/picture.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { statusFlag } from '../../ui/status-flag.ts';
import { useName } from '../../ui/use-name.ts';

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

const OrderRow = ({ order }: { order: Order }) => {
  const t = useTranslations('orders');
  const nameOf = useName();
  const money = useMoney();
  return (
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
            {t(`status.${order.status}.label`)}
          </span>
        </p>
      </div>
      <ul className="flex gap-2" aria-label={t('items')}>
        {order.items.slice(0, shownPictures).map((line) => (
          <li key={line.itemId} className="w-14">
            <Picture src={line.pictureUrl} alt={nameOf(line)} className="rounded-sm border border-rule" />
          </li>
        ))}
        {order.items.length > shownPictures && (
          <li className="figures grid w-10 place-items-center text-sm text-ink-faint">
            +{order.items.length - shownPictures}
          </li>
        )}
      </ul>
      <p className="figures text-lg font-semibold sm:text-right">{money(order.totals.total)}</p>
    </article>
  );
};
