'use client';

import type { Shipment } from '@quayside/contracts';
import { deliverParcel, shipParcel } from '../../../api/browser/staff-orders.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { PaperLinks } from '../../../ui/paper-links.tsx';
import { linesWords } from './lines-words.ts';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';
import { packingSlipHref } from './papers.ts';
import { CarrierFields, carrierOf } from './ship-dialog.tsx';

const words: Record<Shipment['state'], string> = {
  prepared: 'Packed',
  shipped: 'On its way since',
  delivered: 'Delivered',
};

export const ParcelList = (about: OrderDialogProps) => {
  const { order } = about;
  return (
    <ol className="divide-y divide-rule border-y border-ink">
      {order.shipments.map((parcel, index) => (
        <li key={parcel.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div className="min-w-0">
            <p className="font-semibold">
              Parcel {index + 1}
              <span className="ml-3 font-normal text-ink-soft">
                {words[parcel.state]}{' '}
                <LocalTime at={parcel.deliveredAt ?? parcel.shippedAt ?? parcel.preparedAt} />
              </span>
            </p>
            <p className="text-[0.95rem]">{linesWords(order, parcel.lines)}</p>
            <p className="figures text-sm text-ink-soft">
              {[parcel.carrier, parcel.tracking].filter(Boolean).join(' ')}
            </p>
            <PaperLinks
              name={`Packing slip ${index + 1}`}
              hrefIn={(language) => packingSlipHref(order.id, parcel.id, language)}
            />
          </div>
          {parcel.actions.includes('ship') && (
            <OrderDialog
              {...about}
              label={`Send parcel ${index + 1}`}
              title={`Send parcel ${index + 1}`}
              confirm="It has left"
              send={(seen, form) => shipParcel(seen, parcel.id, carrierOf(form))}
            >
              <CarrierFields />
            </OrderDialog>
          )}
          {parcel.actions.includes('deliver') && (
            <OrderDialog
              {...about}
              label={`Parcel ${index + 1} has arrived`}
              title={`Parcel ${index + 1} has arrived?`}
              confirm="It has arrived"
              send={(seen) => deliverParcel(seen, parcel.id)}
            >
              <p className="text-ink-soft">{linesWords(order, parcel.lines)}</p>
            </OrderDialog>
          )}
        </li>
      ))}
    </ol>
  );
};
