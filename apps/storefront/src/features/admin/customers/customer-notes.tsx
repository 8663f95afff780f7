'use client';

import type { Customer } from '@quayside/contracts';
import { addCustomerNote } from '../../../api/browser/customers.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { NoteForm } from '../note-form.tsx';

interface CustomerNotesProps {
  customer: Customer;
  onCustomer: (customer: Customer) => void;
}

/** What colleagues are to know of somebody. */
export const CustomerNotes = ({ customer, onCustomer }: CustomerNotesProps) => (
  <>
    <NoteForm
      rows={3}
      hint="The customer gets it with an export of their data: write kindly."
      add={(text, key) => addCustomerNote(customer.id, text, key)}
      onAdded={onCustomer}
    />
    {customer.notes.length > 0 && (
      <ol data-testid="notes" className="divide-y divide-rule border-y border-ink">
        {customer.notes.map(({ id, at, staff, text: written }) => (
          <li key={id} className="py-3">
            <p className="whitespace-pre-line wrap-anywhere">{written}</p>
            <p className="mt-1 text-sm text-ink-soft">
              {staff.name ?? 'Somebody who left'}, <LocalTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    )}
  </>
);
