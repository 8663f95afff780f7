import { type Order, type Shipment, trackingUrlOf } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { LocalTime } from '../../ui/local-time.tsx';
import { useName } from '../../ui/use-name.ts';

/** What left and what came back of an order, parcel by parcel. */
export const OrderParcels = ({
  order,
}: {
  order: Pick<Order, 'items' | 'shipments' | 'returns' | 'cancelledItems'>;
}) => {
  const t = useTranslations('orders.parcels');
  const say = useName();
  const nameOf = (itemId: number): string => {
    const line = order.items.find((one) => one.itemId === itemId);
    return line ? say(line) : t('item', { itemId });
  };
  const units = (lines: readonly { itemId: number; quantity: number }[]) => (
    <ul className="mt-1 text-ink-soft">
      {lines.map(({ itemId, quantity }) => (
        <li key={itemId}>
          <span className="figures">{quantity}</span> × {nameOf(itemId)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {order.shipments.length > 0 && (
        <Parts title={t('title')}>
          {order.shipments.map((shipment) => (
            <li key={shipment.id} className="py-3" data-testid={`shipment-${shipment.state}`}>
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">{t(`states.${shipment.state}`)}</span>
                <span className="figures text-sm text-ink-faint">
                  <LocalTime at={shipment.deliveredAt ?? shipment.shippedAt ?? shipment.preparedAt} />
                </span>
              </p>
              {(shipment.carrier || shipment.tracking) && (
                <p className="text-sm wrap-anywhere">
                  {[shipment.carrier, shipment.tracking].filter(Boolean).join(', ')}
                </p>
              )}
              <Tracking shipment={shipment} />
              {units(shipment.lines)}
            </li>
          ))}
        </Parts>
      )}
      {order.cancelledItems.length > 0 && (
        <Parts title={t('notSent')}>
          <li className="py-3">{units(order.cancelledItems)}</li>
        </Parts>
      )}
      {order.returns.length > 0 && (
        <Parts title={t('returns')}>
          {order.returns.map((one) => (
            <li key={one.id} className="py-3" data-testid={`return-${one.state}`}>
              <p className="font-semibold">{t(`returnStates.${one.state}`)}</p>
              {one.refusal && <p className="text-note">{one.refusal}</p>}
              {units(one.lines)}
            </li>
          ))}
        </Parts>
      )}
    </>
  );
};

const Tracking = ({ shipment }: { shipment: Shipment }) => {
  const t = useTranslations('orders.parcels');
  const url = shipment.state === 'prepared' ? undefined : trackingUrlOf(shipment);
  return url ? (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center font-semibold text-glass underline underline-offset-4"
    >
      {t('follow')}
      <span className="sr-only">{t('atCarrier', { carrier: shipment.carrier ?? '' })}</span>
    </a>
  ) : null;
};

const Parts = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h2 className="marginalia font-sans text-ink-soft">{title}</h2>
    <ul className="mt-2 divide-y divide-rule border-y border-rule">{children}</ul>
  </div>
);
