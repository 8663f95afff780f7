'use client';

import { keyScope, type KeyScope, type MadeApiKey } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { makeApiKey } from '../../../api/browser/api-keys.ts';
import { button } from '../../../ui/button.ts';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { keyScopeWords, keyTerms } from './key-words.ts';
import { MadeKey } from './made-key.tsx';

/** Makes a key, and shows its secret once. */
export const KeyForm = () => {
  const router = useRouter();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>([]);
  const [days, setDays] = useState('90');
  const [fault, setFault] = useState<{ name?: string; scopes?: string }>({});
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeApiKey>();

  const make = async (event: FormEvent) => {
    event.preventDefault();
    const faults = {
      ...(name.trim() === '' && { name: 'Say which system it is for' }),
      ...(scopes.length === 0 && { scopes: 'Choose what it may do' }),
    };
    setFault(faults);
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    const result = await makeApiKey({ name: name.trim(), scopes: [...scopes], days: Number(days) });
    setBusy(false);
    if (!result.ok)
      return setTrouble(result.problem.errors?.[0]?.message ?? result.problem.detail ?? result.problem.title);
    setTrouble(undefined);
    setName('');
    setScopes([]);
    setMade(result.data);
    router.refresh();
  };

  if (made) return <MadeKey made={made} onDone={() => setMade(undefined)} />;
  return (
    <form noValidate onSubmit={(event) => void make(event)} className="grid max-w-2xl gap-5">
      <Field
        label="Name"
        name="name"
        maxLength={80}
        autoComplete="off"
        value={name}
        error={fault.name}
        hint="The system that uses it, as colleagues know it"
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset aria-describedby={fault.scopes ? 'scopes-error' : undefined}>
        <legend className="mb-1 text-sm font-semibold">What it may do</legend>
        <div className="divide-y divide-rule border-y border-rule">
          {keyScope.options.map((scope) => (
            <label key={scope} className="flex gap-3 py-3">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(
                    keyScope.options.filter((one) => (one === scope ? target.checked : scopes.includes(one))),
                  )
                }
                className="mt-1 h-[1.1rem] w-[1.1rem] shrink-0 accent-glass"
              />
              <span>
                <span className="font-semibold">{keyScopeWords[scope][0]}</span>
                <span className="block text-sm text-ink-soft">{keyScopeWords[scope][1]}</span>
              </span>
            </label>
          ))}
        </div>
        {fault.scopes && (
          <p id="scopes-error" className="mt-1 text-sm font-medium text-flag-red">
            {fault.scopes}
          </p>
        )}
      </fieldset>
      <label className="text-sm">
        <span className="mb-1 block font-semibold">Ends after</span>
        <select
          name="days"
          value={days}
          onChange={({ target }) => setDays(target.value)}
          className="menu-arrow min-h-11 rounded-sm border border-rule-strong pl-3 hover:border-ink"
        >
          {Object.entries(keyTerms).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {trouble && <Notice look="trouble" live title={trouble} />}
      <button disabled={isBusy} className={button('primary', 'justify-self-start')}>
        Make the key
      </button>
    </form>
  );
};
