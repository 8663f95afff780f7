'use client';

import type { OrderReturn } from '@quayside/contracts';
import { useState } from 'react';
import {
  approveReturn,
  receiveReturn,
  refundReturn,
  refuseReturn,
} from '../../../api/browser/staff-orders.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { linesWords } from './lines-words.ts';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';
import { reasonOf, ReasonField } from './reason-field.tsx';
import { limitsOf, UnitsFields, unitsOf } from './units-fields.tsx';

const words: Record<OrderReturn['state'], string> = {
  requested: 'Asked for',
  approved: 'Approved, awaited',
  received: 'Received',
  refunded: 'Refunded',
  refused: 'Refused',
};

export const ReturnList = (about: OrderDialogProps) => {
  const { order } = about;
  return (
    <ol className="divide-y divide-rule border-y border-ink">
      {order.returns.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div className="min-w-0">
            <p className="font-semibold">
              {words[one.state]}
              <span className="ml-3 font-normal text-ink-soft">
                <LocalTime at={one.requestedAt} />
              </span>
            </p>
            <p className="text-[0.95rem]">{linesWords(order, one.lines)}</p>
            <p className="text-sm wrap-anywhere text-ink-soft">
              {[one.reason && `“${one.reason}”`, one.refusal].filter(Boolean).join(' — ')}
            </p>
          </div>
          <ReturnActions {...about} one={one} />
        </li>
      ))}
    </ol>
  );
};

const ReturnActions = ({ one, ...about }: OrderDialogProps & { one: OrderReturn }) => {
  const { order } = about;
  const may = (action: OrderReturn['actions'][number]) => one.actions.includes(action);
  const units = <p className="text-ink-soft">{linesWords(order, one.lines)}</p>;
  return (
    <div className="flex flex-wrap gap-2">
      {may('approve') && (
        <OrderDialog
          {...about}
          label="Approve"
          title="Approve the return?"
          confirm="Approve the return"
          send={(seen) => approveReturn(seen, one.id)}
        >
          {units}
        </OrderDialog>
      )}
      {may('receive') && <ReceiveDialog {...about} one={one} />}
      {may('refund') && (
        <OrderDialog
          {...about}
          label="Refund the return"
          title="Refund the return?"
          confirm="Refund what they were paid with"
          send={(seen) => refundReturn(seen, one.id)}
        >
          {units}
        </OrderDialog>
      )}
      {may('refuse') && (
        <OrderDialog
          {...about}
          label="Refuse"
          look="bare"
          title="Refuse the return?"
          confirm="Refuse the return"
          send={(seen, form) => refuseReturn(seen, one.id, reasonOf(form))}
        >
          {units}
          <ReasonField />
        </OrderDialog>
      )}
    </div>
  );
};

const ReceiveDialog = ({ one, ...about }: OrderDialogProps & { one: OrderReturn }) => {
  const { order } = about;
  const limits = limitsOf(one.lines);
  const [value, setValue] = useState<Readonly<Record<number, number>>>(() => Object.fromEntries(limits));
  return (
    <OrderDialog
      {...about}
      label="Receive"
      title="What of it goes back on the shelf?"
      confirm="Receive the return"
      send={(seen) => receiveReturn(seen, one.id, unitsOf(value, limits))}
    >
      <p className="text-ink-soft">What is not back on the shelf is written off.</p>
      <UnitsFields {...{ order, limits, value, onChange: setValue }} />
    </OrderDialog>
  );
};
