'use client';

import type { CustomerRow } from '@quayside/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { searchCustomers } from '../../../api/browser/draft-orders.ts';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Field } from '../../../ui/field.tsx';
import type { DraftValues } from './draft-values.ts';
import { SearchAndPick } from './search-and-pick.tsx';

interface BuyerFieldsProps {
  values: DraftValues;
  fault: string | undefined;
  onChange: (change: Partial<DraftValues>) => void;
}

/** Whom the order is for: an account, or an e-mail address. */
export const BuyerFields = ({ values, fault, onChange }: BuyerFieldsProps) => {
  const [isSearching, setSearching] = useState(false);
  const { customer } = values;
  return (
    <div className="space-y-5">
      {customer ? (
        <p className="flex items-center justify-between gap-3 border-l-4 border-glass bg-glass-soft px-4 py-2">
          <span className="wrap-anywhere">
            For the account of <strong>{customer.name}</strong>
          </span>
          <button
            type="button"
            aria-label={`Not for the account of ${customer.name}`}
            onClick={() => onChange({ customer: undefined })}
            className={button('bare', 'px-2')}
          >
            <X size={17} aria-hidden />
          </button>
        </p>
      ) : isSearching ? (
        <SearchAndPick<CustomerRow>
          label="Name or e-mail address of the account"
          search={async (q) => {
            const result = await searchCustomers(q);
            return result.ok ? result.data.items : undefined;
          }}
          keyOf={({ id }) => id}
          wordsOf={({ name, email }) => ({ title: name, about: email })}
          onPick={({ id, name, email }) => {
            onChange({ customer: { id, name }, email });
            setSearching(false);
          }}
        />
      ) : (
        <button type="button" onClick={() => setSearching(true)} className={button('quiet')}>
          Choose an account
        </button>
      )}
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="off"
          value={values.email}
          error={fault}
          hint="The link to pay goes there"
          onChange={({ target }) => onChange({ email: target.value })}
        />
        <ChoiceField
          label="Language of the mail"
          name="language"
          value={values.language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'German' },
          ]}
          onChoose={(language) => onChange({ language: language === 'de' ? 'de' : 'en' })}
        />
      </div>
    </div>
  );
};
