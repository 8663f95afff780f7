'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const valueOf = (form: FormData, name: string) => String(form.get(name) ?? '');

/** After it nobody is signed in any more, so that whoever knew the old one is out. */
export const ChangePassword = () => {
  const t = useTranslations('account.password');
  const pathIn = usePathIn();
  const change = useProtectedChange();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { password: valueOf(form, 'password'), newPassword: valueOf(form, 'new-password') };
    await change.send(async () => {
      const answer = await callApi('POST /api/v1/account/password', { body });
      if (answer.ok) window.location.assign(signInPath(pathIn('/account')));
      return answer;
    });
  };

  if (!change.isOpen) {
    return (
      <button type="button" onClick={change.open} className={button('quiet')}>
        {t('open')}
      </button>
    );
  }
  const other = change.otherFault('wrong-password', 'password-refused');
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-4">
      {other && (
        <Notice look="trouble" title={t('asItWas')} live>
          <p>{other}</p>
        </Notice>
      )}
      <Field
        label={t('present')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={512}
        error={change.faultOf('wrong-password')}
      />
      <Field
        label={t('new')}
        name="new-password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={512}
        hint={t('hint')}
        error={change.faultOf('password-refused')}
      />
      <p className="text-sm text-ink-soft">{t('signedOut')}</p>
      <div className="flex flex-wrap gap-3">
        <button disabled={change.isSending} className={button()}>
          {change.isSending ? t('changing') : t('change')}
        </button>
        <button type="button" onClick={change.close} className={button('bare', 'px-3')}>
          {t('neverMind')}
        </button>
      </div>
    </form>
  );
};
