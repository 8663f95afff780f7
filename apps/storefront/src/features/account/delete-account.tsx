'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';

type State = { readonly is: 'ready' | 'sending' } | { readonly is: 'failed'; readonly why: string };

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Nobody deletes an account by accident: its address has to be typed. */
export const DeleteAccount = ({ email }: { email: string }) => {
  const t = useTranslations('account.deletion');
  const pathIn = usePathIn();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [state, setState] = useState<State>({ is: 'ready' });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!sameAddress(typed, email)) {
      setFault(t('otherAddress'));
      document.getElementById('email')?.focus();
      return;
    }
    setState({ is: 'sending' });
    const gone = await callApi('POST /api/v1/account/deletion', { body: { email: typed.trim() } });
    if (gone.ok) {
      window.sessionStorage.clear();
      window.location.assign(pathIn('/account/deleted'));
      return;
    }
    setState({ is: 'failed', why: gone.problem.detail ?? gone.problem.title });
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex max-w-prose flex-col items-start gap-4">
      <p>{t('what')}</p>
      <Field
        label={t('confirm')}
        name="email"
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        value={typed}
        error={fault}
        onChange={({ target }) => {
          setTyped(target.value);
          setFault(undefined);
        }}
        className="w-full max-w-md"
      />
      {state.is === 'failed' && (
        <Notice look="trouble" title={t('stillThere')} live>
          <p>{state.why}</p>
        </Notice>
      )}
      <button
        disabled={state.is === 'sending'}
        className={button('quiet', 'border-flag-red text-flag-red hover:bg-flag-red hover:text-white')}
      >
        {state.is === 'sending' ? t('deleting') : t('do')}
      </button>
    </form>
  );
};
