'use client';

import { useState } from 'react';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { AddLine } from './add-line.tsx';
import { withCountry, withoutTaxClass, withTaxClass, type Sheet } from './settings-sheet.ts';

interface AddToTaxesProps {
  shape: Sheet['shape'];
  onSheet: (change: (sheet: Sheet) => Sheet) => void;
}

/** Another country, and tax rates of their own for some goods. */
export const AddToTaxes = ({ shape, onSheet }: AddToTaxesProps) => {
  const [chosen, setChosen] = useState('');
  const zones = shape.shippingZones;
  const zoneId = zones.find(({ id }) => id === chosen)?.id ?? zones[0]?.id ?? '';
  const [, ...others] = shape.taxClasses;
  return (
    <>
      <AddLine
        label="Another country"
        hint="Two letters, such as NO"
        action="Add the country"
        onAdd={(text) => {
          const country = text.toUpperCase();
          if (!/^[A-Z]{2}$/.test(country)) return 'Two letters, such as NO';
          if (shape.countries.some((one) => one.country === country)) return 'It is there already';
          onSheet((sheet) => withCountry(sheet, country, zoneId));
          return undefined;
        }}
      >
        <ChoiceField
          label="Sent to as"
          name="zone-of-country"
          value={zoneId}
          options={zones.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={setChosen}
        />
      </AddLine>
      <AddLine
        label="Another tax rate"
        hint="What goods of it are called, such as books"
        action="Add the rate"
        onAdd={(name) => {
          onSheet((sheet) => withTaxClass(sheet, name));
          return undefined;
        }}
      />
      {others.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-x-4">
          {others.map((name) => (
            <button
              key={name}
              type="button"
              className={button('bare', 'px-1')}
              onClick={() => onSheet((sheet) => withoutTaxClass(sheet, name))}
            >
              Remove the rate {name}
            </button>
          ))}
        </p>
      )}
    </>
  );
};
