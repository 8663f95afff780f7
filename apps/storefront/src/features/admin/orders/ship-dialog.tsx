'use client';

import { useState } from 'react';
import { prepareShipment, shipParcel } from '../../../api/browser/staff-orders.ts';
import { Field } from '../../../ui/field.tsx';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';
import { limitsOf, UnitsFields, unitsOf } from './units-fields.tsx';

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** How a parcel travels, as far as it was said. */
export const carrierOf = (form: FormData) => {
  const [carrier, tracking] = [textOf(form, 'carrier'), textOf(form, 'tracking')];
  return { ...(carrier && { carrier }), ...(tracking && { tracking }) };
};

export const CarrierFields = () => (
  <div className="grid gap-4 sm:grid-cols-2">
    <Field label="Carrier" name="carrier" maxLength={80} />
    <Field label="Tracking number" name="tracking" maxLength={120} />
  </div>
);

/** Packs a parcel, and says at once that it has left if it has. */
export const ShipDialog = (about: OrderDialogProps) => {
  const { order } = about;
  const limits = limitsOf(order.figures.map(({ itemId, toShip: quantity }) => ({ itemId, quantity })));
  const [value, setValue] = useState<Readonly<Record<number, number>>>();
  // All that is left, until somebody says otherwise.
  const chosen = value ?? Object.fromEntries(limits);
  const lines = unitsOf(chosen, limits);
  return (
    <OrderDialog
      {...about}
      label="Ship a parcel"
      look="primary"
      title="Ship a parcel"
      confirm="Ship it"
      fault={lines.length === 0 ? 'Say how many of which item go into the parcel.' : undefined}
      onClose={() => setValue(undefined)}
      send={async (seen, form) => {
        const packed = await prepareShipment(seen, { lines, ...carrierOf(form) });
        if (!packed.ok || form.get('left') === null) return packed;
        const parcel = packed.data.shipments.findLast(({ actions }) => actions.includes('ship'));
        return parcel ? shipParcel({ ...seen, order: packed.data }, parcel.id, {}) : packed;
      }}
    >
      <UnitsFields {...{ order, limits, value: chosen, onChange: setValue }} />
      <CarrierFields />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="left" defaultChecked className="h-[1.1rem] w-[1.1rem] accent-glass" />
        It has left the house
      </label>
    </OrderDialog>
  );
};
