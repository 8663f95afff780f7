'use client';

import { useTranslations } from 'next-intl';
import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { type FormEvent, useState } from 'react';
import { requestStockAsGuest } from '../../api/browser/stock-requests.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { troubleOf } from './trouble-of.ts';

export const GuestForm = ({ itemId }: { itemId: number }) => {
  const t = useTranslations('waiting');
  const [fault, setFault] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [isMailed, setMailed] = useState(false);
  const waking = useWaking();

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const field = event.currentTarget.querySelector<HTMLInputElement>('[name=stock-email]');
    const email = tidyEmail(field?.value ?? '');
    setFault(isEmail(email) ? undefined : t('emailFault'));
    setTrouble(undefined);
    if (!isEmail(email)) return field?.focus();
    setSending(true);
    const result = await requestStockAsGuest(itemId, email);
    setSending(false);
    if (result.ok) return setMailed(true);
    setTrouble(t(troubleOf(result.problem)));
  };

  if (isMailed)
    return (
      <Notice look="good" live title={t('mailed')}>
        <p>{t('mailedText')}</p>
      </Notice>
    );
  return (
    <form noValidate onSubmit={(event) => void ask(event)} className="space-y-3">
      <Field
        label={t('email')}
        name="stock-email"
        type="email"
        autoComplete="email"
        error={fault}
        hint={t('guestHint')}
      />
      {trouble && <Notice look="trouble" live title={trouble} />}
      <button {...waking} aria-disabled={isSending} className={button('primary')}>
        {t('ask')}
      </button>
    </form>
  );
};
