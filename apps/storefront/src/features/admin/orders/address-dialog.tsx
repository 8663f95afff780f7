'use client';

import type { AddressRules, Problem } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { changeAddress } from '../../../api/browser/staff-orders.ts';
import { AddressFields, focusFault, typedFrom, typedIn } from '../../../ui/address/address-fields.tsx';
import { type AddressErrors, checkAddress } from '../../../ui/address/address-form.ts';
import { OrderDialog, type OrderDialogProps } from './order-dialog.tsx';

const unfit: Problem = {
  ...{ type: 'about:blank', status: 422, code: 'address-invalid', traceId: '' },
  title: 'The address needs another look: see the fields that are marked.',
};

/** Sends an order elsewhere in its country while nothing of it is packed. */
export const AddressDialog = ({ rules, ...about }: OrderDialogProps & { rules: AddressRules }) => {
  const t = useTranslations('address');
  const { shippingAddress } = about.order;
  const [errors, setErrors] = useState<AddressErrors>({});
  const typed = typedFrom({ name: shippingAddress.name, country: rules.country }, shippingAddress);
  const fields = useRef<HTMLDivElement>(null);
  return (
    <OrderDialog
      {...about}
      label="Change the address"
      title="Change the address"
      confirm="Send it there"
      onClose={() => setErrors({})}
      send={async (seen, form) => {
        const result = checkAddress({ ...typed, ...typedIn(form) }, rules, t);
        setErrors(result.ok ? {} : result.errors);
        if (result.ok) return changeAddress(seen, result.address);
        focusFault(fields.current?.closest('form') ?? null, result.errors);
        return { ok: false, problem: unfit };
      }}
    >
      <p className="text-[0.95rem] text-ink-soft">
        In the same country, as prices and taxes are of it. Invoices that were issued keep their address.
      </p>
      <div ref={fields} className="grid grid-cols-6 gap-x-4 gap-y-4">
        <AddressFields {...{ rules, typed, errors }} isOwn={false} />
      </div>
    </OrderDialog>
  );
};
