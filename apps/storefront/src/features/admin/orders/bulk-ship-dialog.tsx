'use client';

import type { StaffOrderRow } from '@quayside/contracts';
import { Dialog } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Field, FieldMessage, inputLook } from '../../../ui/field.tsx';
import { readTracking } from './tracking-lines.ts';
import { type ShipOutcome, type ToShip, useBulkShip } from './use-bulk-ship.ts';
import { DialogFrame } from '../dialog-frame.tsx';

interface BulkShipDialogProps {
  orders: readonly StaffOrderRow[];
  /** @param isChanged whether something was sent */
  onClose: (isChanged: boolean) => void;
}

const looks: Readonly<Record<ShipOutcome['state'], string>> = {
  waits: 'text-ink-faint',
  sent: 'font-semibold',
  refused: 'font-medium text-flag-red',
  unclear: 'font-medium text-flag-red',
};

const Outcomes = ({
  orders,
  outcomes,
}: {
  orders: readonly StaffOrderRow[];
  outcomes: ReadonlyMap<string, ShipOutcome>;
}) => (
  <ul className="divide-y divide-rule border-y border-rule" data-testid="ship-outcomes">
    {orders.map(({ id, number }) => {
      const outcome = outcomes.get(id);
      return (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
          <AppLink
            href={`/admin/orders/${id}`}
            target="_blank"
            className="figures underline underline-offset-4"
          >
            {number}
            <span className="sr-only">, in a new window</span>
          </AppLink>
          <span className={outcome && looks[outcome.state]}>{outcome?.text}</span>
        </li>
      );
    })}
  </ul>
);

/** Ships all that is left of the orders that were chosen, and says of each what became of it. */
export const BulkShipDialog = ({ orders, onClose }: BulkShipDialogProps) => {
  const { outcomes, isBusy, ship } = useBulkShip(orders);
  const [fault, setFault] = useState<string>();
  /** What was asked for first: a repeat is of the same. */
  const [asked, setAsked] = useState<ToShip>();
  const states = [...outcomes.values()].map(({ state }) => state);
  const sent = states.filter((state) => state === 'sent').length;
  const isUnclear = states.includes('unclear');
  const close = () => {
    if (!isBusy) onClose(sent > 0);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const textOf = (name: string): string => String(form.get(name) ?? '').trim();
    const { tracking, fault: found } = readTracking(textOf('tracking-lines'), orders);
    setFault(found);
    if (found !== undefined) return;
    const wanted = { carrier: textOf('carrier'), tracking };
    setAsked(wanted);
    void ship(wanted);
  };
  return (
    <Dialog.Root open onOpenChange={close}>
      <DialogFrame title={`Ship ${orders.length} ${orders.length === 1 ? 'order' : 'orders'}`}>
        {asked ? (
          <div className="mt-4 grid gap-4">
            <p role="status">
              {sent} of {orders.length} sent{isBusy && ', one after the other'}.
            </p>
            <Outcomes {...{ orders, outcomes }} />
            <div className="flex flex-wrap justify-end gap-3">
              {isUnclear && (
                <button
                  type="button"
                  disabled={isBusy}
                  onClick={() => void ship(asked)}
                  className={button('primary')}
                >
                  Try the rest again
                </button>
              )}
              <button type="button" disabled={isBusy} onClick={close} className={button('quiet')}>
                Close
              </button>
            </div>
          </div>
        ) : (
          <form noValidate onSubmit={submit} className="mt-4 grid gap-4">
            <p className="text-[0.95rem] text-ink-soft">
              All that is in no parcel yet goes into one for each order, and has left. Print the packing slips
              before.
            </p>
            <Field label="Carrier" name="carrier" maxLength={80} />
            <div>
              <label htmlFor="tracking-lines" className="mb-1 block text-sm font-semibold">
                Tracking numbers (optional)
              </label>
              <textarea
                id="tracking-lines"
                name="tracking-lines"
                rows={5}
                aria-invalid={fault !== undefined}
                aria-describedby={`tracking-lines-${fault === undefined ? 'hint' : 'error'}`}
                className={classNames(inputLook, 'figures py-2')}
              />
              <FieldMessage
                name="tracking-lines"
                error={fault}
                hint={`One order a line: number, tracking. As in ${orders[0]?.number ?? ''}, 00340434`}
              />
            </div>
            <div className="flex flex-wrap justify-end gap-3">
              <button type="button" onClick={close} className={button('quiet')}>
                Leave it
              </button>
              <button className={button('primary')}>Ship them</button>
            </div>
          </form>
        )}
      </DialogFrame>
    </Dialog.Root>
  );
};
