'use client';

import type { Problem } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { replaceSalesSettings } from '../../../api/browser/sales-settings.ts';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { differing, type FormValues } from '../form/form-values.ts';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { MergePanel } from '../form/merge-panel.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { Section } from '../section.tsx';
import { AddLine } from './add-line.tsx';
import { AddToTaxes } from './add-to-taxes.tsx';
import { placeOf, textOf } from './place-of.ts';
import { mergedShape } from './merged-shape.ts';
import { withoutCountry, withoutState, withZone, type Sheet } from './settings-sheet.ts';
import {
  countryName,
  settingsEntries,
  settingsFrom,
  settingsValues,
  type Faults,
} from './settings-values.ts';
import { TaxTable } from './tax-table.tsx';
import { ZoneSection } from './zone-section.tsx';

type Versioned = SalesSettings & { readonly version: number };

/** Every text of these settings, once. */
const fieldsOf = (...all: (SalesSettings | undefined)[]) => [
  ...new Map(
    all.flatMap((one) => (one ? settingsEntries(one) : [])).map((field) => [field.name, field]),
  ).values(),
];
const sheetOf = (settings: SalesSettings): Sheet => ({ shape: settings, values: settingsValues(settings) });

/** All of it is saved at once, as a whole: half of a change of prices would be a price that nobody meant. */
export const SettingsForm = ({ rendered }: { rendered: Versioned }) => {
  const router = useRouter();
  const waking = useWaking();
  const edited = useIfMatch(rendered);
  const base = settingsValues(edited.read);
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(edited.read));
  const { shape, values } = sheet;
  const fields = fieldsOf(edited.read, shape, edited.theirs);
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<Problem>();
  const [isSaved, setSaved] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const changed = differing(fields, base, values);
  const theirs = edited.theirs && settingsValues(edited.theirs);

  const set = (name: string, value: string) => {
    setSaved(false);
    setSheet((before) => ({ ...before, values: { ...before.values, [name]: value } }));
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== name)));
  };
  const onSheet = (change: (before: Sheet) => Sheet): void => {
    setSaved(false);
    setSheet(change);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving || changed.length === 0) return;
    const { settings, faults: found } = settingsFrom(values, shape);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const result = await edited.send((etag) => replaceSalesSettings(settings, etag));
    setSaving(false);
    if (result.ok) {
      edited.saved(result.data);
      setSheet(sheetOf(result.data));
      setSaved(true);
      router.refresh();
    } else if (!result.stale) {
      setTrouble(result.problem);
      setFaults(
        Object.fromEntries(
          (result.problem.errors ?? []).flatMap(({ path, message }) => {
            const name = textOf(path, settings);
            return name === undefined ? [] : [[name, message]];
          }),
        ),
      );
    }
  };
  const editing = { values, faults, set };

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <LeaveGuard isDirty={changed.length > 0 && !isSaving} />
      {edited.theirs && theirs && (
        <MergePanel
          fields={fields}
          base={base}
          mine={values}
          theirs={theirs}
          onValues={(next: FormValues, of) => {
            const now = edited.theirs ?? edited.read;
            setSheet({ shape: of === 'theirs' ? now : mergedShape(edited.read, shape, now), values: next });
            edited.accept();
          }}
        />
      )}
      <Section title="Who is sold to, and at which taxes">
        <div className="mb-5 max-w-xs">
          <ChoiceField
            label="Where a shopper is taken to be who has not said"
            name="defaultCountry"
            value={values['defaultCountry'] ?? ''}
            options={shape.countries.map(({ country }) => ({
              value: country,
              label: countryName(country),
            }))}
            onChoose={(country) => set('defaultCountry', country)}
          />
        </div>
        <TaxTable
          settings={shape}
          editing={editing}
          onRemove={(country) => onSheet((before) => withoutCountry(before, country))}
          onRemoveState={(country, code) => onSheet((before) => withoutState(before, country, code))}
        />
        <AddToTaxes shape={shape} onSheet={onSheet} />
      </Section>
      {shape.shippingZones.map((zone) => (
        <ZoneSection
          key={zone.id}
          zone={zone}
          isOnly={shape.shippingZones.length === 1}
          editing={editing}
          onSheet={onSheet}
        />
      ))}
      <AddLine
        label="Another zone"
        action="Add the zone"
        onAdd={(name) => {
          onSheet((before) => withZone(before, name));
          return undefined;
        }}
      />
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          <ul>
            {(trouble.errors ?? [{ path: '', message: trouble.detail ?? trouble.title }]).map(
              ({ path, message }) => (
                <li key={path}>
                  {[placeOf(path, shape), message].filter((words) => words !== '').join(': ')}
                </li>
              ),
            )}
          </ul>
        </Notice>
      )}
      <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-ink bg-paper py-4">
        <button
          className={button('go', changed.length === 0 && 'opacity-55')}
          aria-disabled={isSaving || changed.length === 0}
          {...waking}
        >
          {isSaving ? 'Saving …' : 'Save'}
        </button>
        {changed.length > 0 && (
          <button
            type="button"
            className={button('bare', 'px-2')}
            onClick={() => {
              setSheet(sheetOf(edited.read));
              setFaults({});
              setTrouble(undefined);
            }}
          >
            Undo
          </button>
        )}
        <span role="status" className="font-medium text-glass">
          {isSaved && changed.length === 0 && 'Saved'}
        </span>
        {Object.keys(faults).length > 0 && (
          <span role="alert" className="font-medium text-flag-red">
            {Object.keys(faults).length} of the texts cannot be read
          </span>
        )}
      </div>
    </form>
  );
};
