'use client';

import { add, allocate, compare, sum, zero } from '@quayside/contracts/money';
import { useState } from 'react';
import { refundPart } from '../../../api/browser/staff-orders.ts';
import { Field } from '../../../ui/field.tsx';
import { formatMoney, parseMoney } from '../../../ui/money.ts';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';
import { reasonOf, ReasonField } from './reason-field.tsx';
import { limitsOf, UnitsFields, unitsOf } from './units-fields.tsx';

/** Gives back units, the shipping, an amount, or some of each: the button says what that comes to. */
export const RefundDialog = (about: OrderDialogProps) => {
  const { order } = about;
  const { currency } = order.totals.total;
  const limits = limitsOf(order.figures.map(({ itemId, refundable }) => ({ itemId, ...refundable })));
  const [value, setValue] = useState<Readonly<Record<number, number>>>({});
  const [withShipping, setWithShipping] = useState(false);
  const [typed, setTyped] = useState('');
  const { refundable, refundLimit } = order;
  const lines = unitsOf(value, limits);
  const worths = lines.map(({ itemId, quantity }) => {
    const left = order.figures.find((figure) => figure.itemId === itemId)?.refundable;
    return (left && allocate(left.amount, [quantity, left.quantity - quantity])[0]) ?? zero(currency);
  });
  const free = typed.trim() === '' ? zero(currency) : parseMoney(typed, currency);
  const total = add(
    add(sum(worths, currency), withShipping ? refundable.shipping : zero(currency)),
    free ?? zero(currency),
  );
  const fault = !free
    ? `“${typed}” cannot be read for certain as an amount. Write it like 1,000.00 or 1000.00.`
    : compare(total, refundable.total) > 0
      ? `${formatMoney(total)} is more than the ${formatMoney(refundable.total)} that are left of what was paid.`
      : refundLimit && compare(total, refundLimit.left) > 0
        ? `${formatMoney(total)} is more than the ${formatMoney(refundLimit.left)} that you may still give back of this order. An admin can.`
        : total.amount === 0
          ? 'Say what is to be given back.'
          : undefined;
  const reset = () => {
    setValue({});
    setWithShipping(false);
    setTyped('');
  };
  return (
    <OrderDialog
      {...about}
      fault={fault}
      label="Refund"
      title="Refund"
      confirm={total.amount > 0 && free ? `Refund ${formatMoney(total)}` : 'Refund'}
      onClose={reset}
      send={(seen, form) =>
        refundPart(seen, {
          ...(lines.length > 0 && { lines }),
          ...(withShipping && { shipping: 'all' }),
          ...(free && free.amount > 0 && { amount: free }),
          reason: reasonOf(form),
        })
      }
    >
      <p className="figures text-ink-soft">
        {formatMoney(refundable.total)} of what was paid can still go back.
        {refundLimit &&
          ` Your role gives back up to ${formatMoney(refundLimit.total)} of an order, of which ${formatMoney(refundLimit.left)} are left.`}
      </p>
      <UnitsFields {...{ order, limits, value, onChange: setValue }} />
      {refundable.shipping.amount > 0 && (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={withShipping}
            onChange={({ target }) => setWithShipping(target.checked)}
            className="h-[1.1rem] w-[1.1rem] accent-glass"
          />
          The shipping, {formatMoney(refundable.shipping)}
        </label>
      )}
      <Field
        label={`An amount besides (${currency})`}
        name="amount"
        inputMode="decimal"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        error={free ? undefined : fault}
        hint="For no line in particular"
      />
      <ReasonField />
    </OrderDialog>
  );
};
