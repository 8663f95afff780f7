'use client';

import type { Passkey } from '@quayside/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { LocalTime } from '../../ui/local-time.tsx';
import { useProtectedChange } from './use-protected-change.ts';

interface PasskeyRowProps {
  passkey: Passkey;
  onChanged: () => void;
}

/** One passkey: what it is called, when it was used, and what may be done with it. */
export const PasskeyRow = ({
  passkey: { id, name, isSynced, createdAt, lastUsedAt },
  onChanged,
}: PasskeyRowProps) => {
  const t = useTranslations('account.passkeys');
  const [asked, setAsked] = useState<'name' | 'removal'>();
  const change = useProtectedChange();
  const params = { passkeyId: id };
  const close = () => {
    setAsked(undefined);
    change.close();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('answer') ?? '');
    void change.send(async () => {
      const result =
        asked === 'name'
          ? await callApi('PUT /api/v1/account/passkeys/:passkeyId', { params, body: { name: text } })
          : await callApi('POST /api/v1/account/passkeys/:passkeyId/removal', {
              params,
              body: { password: text },
            });
      if (result.ok) {
        close();
        onChanged();
      }
      return result;
    });
  };
  const fault = change.faultOf('wrong-password') ?? change.otherFault('wrong-password');

  return (
    <li className="py-3.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 wrap-anywhere">
          <strong>{name}</strong>
          <span className="block text-sm text-ink-soft">
            {t.rich(isSynced ? 'inKeychain' : 'onDevice', { time: () => <LocalTime at={createdAt} /> })}
            {lastUsedAt && t.rich('used', { time: () => <LocalTime at={lastUsedAt} /> })}
          </span>
        </p>
        <span className="flex">
          <button type="button" onClick={() => setAsked('name')} className={button('bare', 'px-2')}>
            {t('rename')}
            <span className="sr-only"> {name}</span>
          </button>
          <button type="button" onClick={() => setAsked('removal')} className={button('bare', 'px-2')}>
            {t('remove')}
            <span className="sr-only"> {name}</span>
          </button>
        </span>
      </div>
      {asked && (
        <form key={asked} onSubmit={onSubmit} className="mt-3 flex w-full max-w-md flex-col gap-3">
          {asked === 'name' ? (
            <Field
              label={t('name')}
              name="answer"
              required
              maxLength={60}
              defaultValue={name}
              error={fault}
            />
          ) : (
            <Field
              label={t('password')}
              name="answer"
              type="password"
              autoComplete="current-password"
              required
              maxLength={512}
              error={fault}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <button disabled={change.isSending} className={button()}>
              {asked === 'name' ? t('saveName') : t('removeIt', { name })}
            </button>
            <button type="button" onClick={close} className={button('bare', 'px-3')}>
              {t('neverMind')}
            </button>
          </div>
        </form>
      )}
    </li>
  );
};
