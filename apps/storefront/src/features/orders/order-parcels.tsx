import { type Order, type OrderReturn, type Shipment, trackingUrlOf } from '@quayside/contracts';
import { LocalTime } from '../../ui/local-time.tsx';

const shipmentWords: Record<Shipment['state'], string> = {
  prepared: 'Being packed',
  shipped: 'On its way',
  delivered: 'Arrived',
};
const returnWords: Record<OrderReturn['state'], string> = {
  requested: 'We look at it and tell you whether you may send it back.',
  approved: 'Please send it back.',
  received: 'It has arrived with us. Your money follows.',
  refunded: 'It has arrived with us, and your money went back.',
  refused: 'It is not taken back.',
};

/** What left and what came back of an order, parcel by parcel. */
export const OrderParcels = ({
  order,
}: {
  order: Pick<Order, 'items' | 'shipments' | 'returns' | 'cancelledItems'>;
}) => {
  const nameOf = (itemId: number): string =>
    order.items.find((line) => line.itemId === itemId)?.name ?? `Item ${itemId}`;
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
        <Parts title="Parcels">
          {order.shipments.map((shipment) => (
            <li key={shipment.id} className="py-3" data-testid={`shipment-${shipment.state}`}>
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">{shipmentWords[shipment.state]}</span>
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
        <Parts title="Not sent">
          <li className="py-3">{units(order.cancelledItems)}</li>
        </Parts>
      )}
      {order.returns.length > 0 && (
        <Parts title="Returns">
          {order.returns.map((one) => (
            <li key={one.id} className="py-3" data-testid={`return-${one.state}`}>
              <p className="font-semibold">{returnWords[one.state]}</p>
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
  const url = shipment.state === 'prepared' ? undefined : trackingUrlOf(shipment);
  return url ? (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center font-semibold text-glass underline underline-offset-4"
    >
      Follow the parcel<span className="sr-only"> at {shipment.carrier}, in a new window</span>
    </a>
  ) : null;
};

const Parts = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h2 className="marginalia font-sans text-ink-soft">{title}</h2>
    <ul className="mt-2 divide-y divide-rule border-y border-rule">{children}</ul>
  </div>
);
