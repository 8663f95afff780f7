'use client';

import { button } from '../../../ui/button.ts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import type { FormField } from './form-fields.ts';
import type { FormValues } from './form-values.ts';

interface StalePanelProps {
  fields: readonly FormField[];
  base: FormValues;
  mine: FormValues;
  theirs: FormValues;
  changedByThem: readonly string[];
  clashing: readonly string[];
  onTake: () => void;
  onOverwrite: () => void;
}

const Text = ({ of: text }: { of: string | undefined }) =>
  text ? (
    <span className="whitespace-pre-line wrap-anywhere">{text}</span>
  ) : (
    <em className="text-ink-faint">empty</em>
  );

/** What somebody else changed while this person typed, field by field, and what to do about it. */
export const StalePanel = (props: StalePanelProps) => {
  const { fields, base, mine, theirs, changedByThem, clashing } = props;
  return (
    <section
      role="alert"
      aria-labelledby="stale-title"
      className="mb-8 border border-ink bg-note-soft p-4 shadow-[4px_4px_0_var(--color-shoal-deep)] sm:p-5"
    >
      <h2 id="stale-title" className="flex items-center gap-3 text-2xl">
        <SignalFlag of="U" className="h-6 w-6" /> Somebody was faster
      </h2>
      <p className="mt-1 text-ink-soft">
        {changedByThem.length === 0
          ? 'It was saved meanwhile, and all fields are as you read them. Yours can be saved.'
          : clashing.length === 0
            ? 'They changed other fields than you. Yours go together with theirs.'
            : 'Some of these fields you changed too. Nothing of yours is saved yet.'}
      </p>
      <dl className="mt-4 divide-y divide-rule border-y border-rule bg-sheet">
        {changedByThem.map((name) => (
          <div
            key={name}
            className="grid gap-x-4 gap-y-1 px-3 py-3 sm:grid-cols-[8rem_repeat(3,minmax(0,1fr))]"
          >
            <dt className="font-semibold">{fields.find((field) => field.name === name)?.label}</dt>
            <dd>
              <span className="marginalia block text-ink-faint">You read</span>
              <Text of={base[name]} />
            </dd>
            <dd>
              <span className="marginalia block text-note">Now saved</span>
              <Text of={theirs[name]} />
            </dd>
            <dd>
              <span className="marginalia block text-ink-faint">Yours</span>
              {clashing.includes(name) ? (
                <Text of={mine[name]} />
              ) : (
                <em className="text-ink-faint">untouched</em>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="button" onClick={props.onOverwrite} className={button('primary')}>
          {clashing.length > 0 ? 'Keep mine, overwrite theirs' : 'Save mine with theirs'}
        </button>
        <button type="button" onClick={props.onTake} className={button('quiet')}>
          Take theirs, drop mine
        </button>
      </div>
    </section>
  );
};
