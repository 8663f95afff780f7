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
import { differing, mergeOf, type FormValues } from '../form/form-values.ts';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { StalePanel } from '../form/stale-panel.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { Section } from '../section.tsx';
import { MethodFields } from './method-fields.tsx';
import { placeOf } from './place-of.ts';
import {
  countryName,
  settingsEntries,
  settingsFrom,
  settingsValues,
  type Faults,
} from './settings-values.ts';
import { TaxTable } from './tax-table.tsx';

type Versioned = SalesSettings & { readonly version: number };

/** All of it is saved at once, as a whole: half of a change of prices would be a price that nobody meant. */
export const SettingsForm = ({ rendered }: { rendered: Versioned }) => {
  const router = useRouter();
  const waking = useWaking();
  const edited = useIfMatch(rendered);
  const fields = settingsEntries(edited.read);
  const base = settingsValues(edited.read);
  const [values, setValues] = useState<FormValues>(base);
  const [faults, setFaults] = useState<Faults>({});
  const [trouble, setTrouble] = useState<Problem>();
  const [isSaved, setSaved] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const changed = differing(fields, base, values);
  const theirs = edited.theirs && settingsValues(edited.theirs);
  const merge = theirs && mergeOf(fields, { base, mine: values, theirs });

  const set = (name: string, value: string) => {
    setSaved(false);
    setValues((before) => ({ ...before, [name]: value }));
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== name)));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving || changed.length === 0) return;
    const { settings, faults: found } = settingsFrom(values, edited.read);
    setFaults(found);
    setTrouble(undefined);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const result = await edited.send((etag) => replaceSalesSettings(settings, etag));
    setSaving(false);
    if (result.ok) {
      edited.saved(result.data);
      setValues(settingsValues(result.data));
      setSaved(true);
      router.refresh();
    } else if (!result.stale) setTrouble(result.problem);
  };
  const editing = { values, faults, set };

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <LeaveGuard isDirty={changed.length > 0 && !isSaving} />
      {theirs && merge && (
        <StalePanel
          fields={fields}
          base={base}
          mine={values}
          theirs={theirs}
          {...merge}
          onTake={() => {
            setValues(theirs);
            edited.accept();
          }}
          onOverwrite={() => {
            setValues(merge.merged);
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
            options={edited.read.countries.map(({ country }) => ({
              value: country,
              label: countryName(country),
            }))}
            onChoose={(country) => set('defaultCountry', country)}
          />
        </div>
        <TaxTable settings={edited.read} editing={editing} />
      </Section>
      {edited.read.shippingZones.map((zone) => (
        <Section key={zone.id} title={`Shipping: ${zone.name}`}>
          <div className="grid gap-6">
            {zone.methods.map((method) => (
              <MethodFields
                key={method.method}
                at={`zone.${zone.id}.${method.method}`}
                method={method}
                editing={editing}
              />
            ))}
          </div>
        </Section>
      ))}
      {trouble && (
        <Notice look="trouble" live title={trouble.title}>
          <ul>
            {(trouble.errors ?? [{ path: '', message: trouble.detail ?? trouble.title }]).map(
              ({ path, message }) => (
                <li key={path}>
                  {[placeOf(path, edited.read), message].filter((words) => words !== '').join(': ')}
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
              setValues(base);
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
