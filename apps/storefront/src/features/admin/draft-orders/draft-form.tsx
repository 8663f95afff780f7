'use client';

import type { DraftOrder, DraftOrderContent, Problem } from '@quayside/contracts';
import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import type { AddressCountry } from '../../../ui/address/address-countries.ts';
import { AddressFields, focusFault, typedFrom, typedIn } from '../../../ui/address/address-fields.tsx';
import { type AddressErrors, checkAddress, type TypedAddress } from '../../../ui/address/address-form.ts';
import { button } from '../../../ui/button.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { LeaveGuard } from '../form/leave-guard.tsx';
import { Section } from '../section.tsx';
import { BuyerFields } from './buyer-fields.tsx';
import { DraftLines } from './draft-lines.tsx';
import { DraftSums } from './draft-sums.tsx';
import { contentOf, valuesOf, type DraftValues } from './draft-values.ts';
import { useDraftPrice } from './use-draft-price.ts';

interface DraftFormProps {
  draft?: DraftOrder;
  countries: AddressCountry[];
  usualCountry: string;
  label: string;
  /** Answers what is wrong, where something is. */
  save: (content: DraftOrderContent) => Promise<Problem | undefined>;
  /** What else can be done, as long as nothing is typed that is not saved. */
  children?: (isDirty: boolean) => ReactNode;
}

/** What staff write down, with what it costs as it stands. */
export const DraftForm = ({ draft, countries, usualCountry, label, save, children }: DraftFormProps) => {
  const t = useTranslations('address');
  const waking = useWaking();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(() => valuesOf(draft, usualCountry));
  const [typed, setTyped] = useState(() =>
    typedFrom({ name: '', country: values.country }, draft?.content?.shippingAddress ?? {}),
  );
  const [isDirty, setDirty] = useState(false);
  const [errors, setErrors] = useState<AddressErrors>({});
  const [faults, setFaults] = useState<{ email?: string; lines?: string }>({});
  const [trouble, setTrouble] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const price = useDraftPrice(values, draft?.basket);
  const country = countries.find(({ code }) => code === values.country) ?? countries[0];
  if (!country) return null;
  const rules = country.address;

  const change = (next: Partial<DraftValues>) => {
    setDirty(true);
    setValues((before) => ({ ...before, ...next }));
  };
  const readAddress = (): TypedAddress => {
    const all = form.current ? typedIn(new FormData(form.current)) : {};
    // The form has more than an address, which is refused with anything else in it.
    const own = Object.entries(all).filter(([name]) => name in typed);
    return { ...typed, ...Object.fromEntries(own), country: country.code };
  };

  /** A mark stays as long as what it says is so. */
  const stillWrong = {
    email: isEmail(tidyEmail(values.email)) ? undefined : faults.email,
    lines: values.lines.length > 0 ? undefined : faults.lines,
  };
  const takeMarksOff = () => {
    if (Object.keys(errors).length === 0) return;
    const again = checkAddress(readAddress(), rules, t);
    const names = Object.keys(errors) as (keyof AddressErrors)[];
    const left = again.ok ? [] : names.flatMap((name) => [[name, again.errors[name]] as const]);
    setErrors(Object.fromEntries(left.filter(([, error]) => error !== undefined)));
  };

  const submit = async () => {
    const address = checkAddress(readAddress(), rules, t);
    setErrors(address.ok ? {} : address.errors);
    const email = tidyEmail(values.email);
    const found = {
      ...(!isEmail(email) && { email: 'This does not look like an e-mail address' }),
      ...(values.lines.length === 0 && { lines: 'Put something into it first' }),
    };
    setFaults(found);
    if (!address.ok) return focusFault(form.current, address.errors);
    if (Object.keys(found).length > 0 || isBusy) return;
    setBusy(true);
    const problem = await save(contentOf({ ...values, email }, address.address));
    setBusy(false);
    setTrouble(problem);
    if (!problem) setDirty(false);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onChange={() => {
        setDirty(true);
        takeMarksOff();
        const { state = '' } = readAddress();
        if (rules.states && state !== values.state) setValues((before) => ({ ...before, state }));
      }}
      className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <LeaveGuard isDirty={isDirty && !isBusy} />
      <div className="min-w-0">
        <Section title="Who buys">
          <BuyerFields values={values} fault={stillWrong.email} onChange={change} />
        </Section>
        <Section title="What">
          <DraftLines
            lines={values.lines}
            basket={price.basket}
            fault={stillWrong.lines}
            onChange={(lines) => change({ lines })}
          />
        </Section>
        <Section title="Where to">
          <div className="grid grid-cols-6 gap-x-4 gap-y-5">
            <div className="col-span-6">
              <ChoiceField
                label={t('country')}
                name="country"
                value={country.code}
                options={countries.map(({ code, name }) => ({ value: code, label: name }))}
                // What was typed for one country stays when another is chosen; how it is sent there may not be so.
                onChoose={(code) => {
                  setTyped({ ...readAddress(), country: code });
                  change({ country: code, state: '', shippingMethod: undefined, currency: undefined });
                }}
              />
            </div>
            <AddressFields {...{ rules, typed, errors }} isOwn={false} />
          </div>
        </Section>
        <Section title="A word to the buyer">
          <label htmlFor="note" className="sr-only">
            A word to the buyer
          </label>
          <textarea
            id="note"
            name="note"
            rows={3}
            maxLength={1000}
            value={values.note}
            aria-describedby="note-hint"
            onChange={({ target }) => change({ note: target.value })}
            className={`${inputLook} py-2 leading-normal`}
          />
          <FieldMessage name="note" hint="It stands in the mail and beside the order" />
        </Section>
      </div>
      <div className="lg:sticky lg:top-6 lg:self-start">
        <DraftSums values={values} price={price} onChange={change} />
        <div className="mt-6 space-y-3">
          {trouble && (
            <Notice look="trouble" live title={trouble.title}>
              {trouble.errors?.[0]?.message ?? trouble.detail}
            </Notice>
          )}
          <button {...waking} aria-disabled={isBusy} className={button('primary', 'w-full')}>
            {label}
          </button>
          {children?.(isDirty)}
        </div>
      </div>
    </form>
  );
};
