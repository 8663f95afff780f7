'use client';

import { isCurrency, type ShippingZone } from '@quayside/contracts/money';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';
import { Section } from '../section.tsx';
import { AddLine } from './add-line.tsx';
import type { Editing } from './cell.tsx';
import { MethodFields } from './method-fields.tsx';
import { RemoveEach } from './remove-each.tsx';
import {
  currenciesOf,
  withCurrency,
  withMethod,
  withoutCurrency,
  withoutMethod,
  withoutZone,
  type Sheet,
} from './settings-sheet.ts';

interface ZoneSectionProps {
  zone: ShippingZone;
  isOnly: boolean;
  editing: Editing;
  onSheet: (change: (sheet: Sheet) => Sheet) => void;
}

/** Where a zone sends to, and by which methods. */
export const ZoneSection = ({ zone, isOnly, editing, onSheet }: ZoneSectionProps) => {
  const currencies = currenciesOf(zone);
  const field = (name: string, label: string, hint?: string) => (
    <Field
      label={label}
      name={name}
      value={editing.values[name] ?? ''}
      error={editing.faults[name]}
      {...(hint !== undefined && { hint })}
      autoComplete="off"
      onChange={({ target }) => editing.set(name, target.value)}
    />
  );
  return (
    <Section
      title={`Shipping: ${zone.name}`}
      aside={
        !isOnly && (
          <button
            type="button"
            className={button('bare', 'px-2')}
            onClick={() => onSheet((sheet) => withoutZone(sheet, zone.id))}
          >
            Remove the zone {zone.name}
          </button>
        )
      }
    >
      <div className="mb-5 grid gap-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        {field(`zone.${zone.id}.name`, 'Name of the zone')}
        {field(`zone.${zone.id}.countries`, 'Countries of the zone', 'Two letters each: AT, DE')}
      </div>
      <div className="grid gap-6">
        {zone.methods.map((method) => (
          <MethodFields
            key={method.method}
            at={`zone.${zone.id}.${method.method}`}
            method={method}
            editing={editing}
            onRemove={
              zone.methods.length > 1
                ? () => onSheet((sheet) => withoutMethod(sheet, zone.id, method.method))
                : undefined
            }
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-x-10">
        <AddLine
          label={`Another method of ${zone.name}`}
          action="Add the method"
          onAdd={(name) => {
            onSheet((sheet) => withMethod(sheet, zone.id, name));
            return undefined;
          }}
        />
        <AddLine
          label={`Another currency of ${zone.name}`}
          hint="Three letters, such as GBP"
          action="Add its prices"
          onAdd={(text) => {
            const currency = text.toUpperCase();
            if (!isCurrency(currency)) return `There is no currency ${text}`;
            onSheet((sheet) => withCurrency(sheet, zone.id, currency));
            return undefined;
          }}
        />
      </div>
      {currencies.length > 1 && (
        <RemoveEach
          of={currencies}
          label={(currency) => `Remove the prices in ${currency} of ${zone.name}`}
          onRemove={(currency) => onSheet((sheet) => withoutCurrency(sheet, zone.id, currency))}
        />
      )}
    </Section>
  );
};
