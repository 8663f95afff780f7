'use client';

import { useState } from 'react';
import { cancelAnyOrder, cancelLines } from '../../../api/browser/staff-orders.ts';
import { formatMoney } from '../../../ui/money.ts';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';
import { reasonOf, ReasonField } from './reason-field.tsx';
import { limitsOf, UnitsFields, unitsOf } from './units-fields.tsx';

export const CancelOrderDialog = (about: OrderDialogProps) => {
  const { order } = about;
  return (
    <OrderDialog
      {...about}
      label="Cancel the order"
      look="bare"
      title={`Cancel order ${order.number}?`}
      confirm={
        order.refundable.total.amount > 0
          ? `Cancel and refund ${formatMoney(order.refundable.total)}`
          : 'Cancel the order'
      }
      send={(seen, form) => cancelAnyOrder(seen, reasonOf(form))}
    >
      <p className="text-ink-soft">Its stock is free again at once. This cannot be undone.</p>
      <ReasonField />
    </OrderDialog>
  );
};

export const CancelLinesDialog = (about: OrderDialogProps) => {
  const { order } = about;
  const limits = limitsOf(order.figures.map(({ itemId, toShip: quantity }) => ({ itemId, quantity })));
  const [value, setValue] = useState<Readonly<Record<number, number>>>({});
  const lines = unitsOf(value, limits);
  return (
    <OrderDialog
      {...about}
      label="Cancel units"
      title="Cancel units"
      confirm="Cancel and refund them"
      fault={lines.length === 0 ? 'Say how many of which item will not be sent.' : undefined}
      onClose={() => setValue({})}
      send={(seen, form) => cancelLines(seen, { lines, reason: reasonOf(form) })}
    >
      <p className="text-ink-soft">Units that are in no parcel. What they were paid with goes back.</p>
      <UnitsFields {...{ order, limits, value, onChange: setValue }} />
      <ReasonField />
    </OrderDialog>
  );
};
