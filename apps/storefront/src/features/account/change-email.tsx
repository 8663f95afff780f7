'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const valueOf = (form: FormData, name: string) => String(form.get(name) ?? '');

/** The new address becomes that of the account once its owner follows the link that goes there. */
export const ChangeEmail = () => {
  const t = useTranslations('account.email');
  const change = useProtectedChange();
  const [asked, setAsked] = useState('');

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { password: valueOf(form, 'email-password'), email: valueOf(form, 'new-email') };
    setAsked(body.email);
    await change.send(() => callApi('POST /api/v1/account/email', { body }));
  };

  if (change.state.is === 'done') {
    return (
      <Notice look="good" title={t('sent')} live>
        <p>{t('onTheWay', { email: asked })}</p>
      </Notice>
    );
  }
  if (!change.isOpen) {
    return (
      <button type="button" onClick={change.open} className={button('quiet')}>
        {t('open')}
      </button>
    );
  }
  const other = change.otherFault('wrong-password', 'email-malformed', 'malformed-request');
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-4" noValidate>
      {other && (
        <Notice look="trouble" title={t('asItWas')} live>
          <p>{other}</p>
        </Notice>
      )}
      <Field
        label={t('new')}
        name="new-email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={asked}
        error={change.faultOf('email-malformed', 'malformed-request') && t('malformed')}
      />
      <ConfirmByPassword
        change={change}
        name="email-password"
        action={change.isSending ? t('sending') : t('send')}
      />
    </form>
  );
};
