'use client';

import { useState } from 'react';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { AddLine } from './add-line.tsx';
import { RemoveEach } from './remove-each.tsx';
import { countryName } from './settings-values.ts';
import { withCountry, withoutTaxClass, withState, withTaxClass, type Sheet } from './settings-sheet.ts';

interface AddToTaxesProps {
  shape: Sheet['shape'];
  onSheet: (change: (sheet: Sheet) => Sheet) => void;
}

/** Another country or state, and tax rates of their own for some goods. */
export const AddToTaxes = ({ shape, onSheet }: AddToTaxesProps) => {
  const [chosen, setChosen] = useState('');
  const zones = shape.shippingZones;
  const zoneId = zones.find(({ id }) => id === chosen)?.id ?? zones[0]?.id ?? '';
  const [stateOf, setStateOf] = useState('');
  const soldTo =
    shape.countries.find(({ country }) => country === stateOf) ??
    shape.countries.find(({ states }) => states) ??
    shape.countries[0];
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
        label="Another state"
        hint="Its letters and name, such as NY New York. A country with states is sent to in none but them"
        action="Add the state"
        onAdd={(text) => {
          const [, letters = '', name = ''] = /^([a-z0-9]{1,3})\s+(\S.*)$/i.exec(text) ?? [];
          const code = letters.toUpperCase();
          if (!soldTo || code === '') return 'Letters and a name, such as NY New York';
          if (soldTo.states?.some((one) => one.code === code)) return 'It is there already';
          onSheet((sheet) => withState(sheet, soldTo.country, { code, name }));
          return undefined;
        }}
      >
        <ChoiceField
          label="State of"
          name="country-of-state"
          value={soldTo?.country ?? ''}
          options={shape.countries.map(({ country }) => ({ value: country, label: countryName(country) }))}
          onChoose={setStateOf}
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
        <RemoveEach
          of={others}
          label={(name) => `Remove the rate ${name}`}
          onRemove={(name) => onSheet((sheet) => withoutTaxClass(sheet, name))}
        />
      )}
    </>
  );
};
