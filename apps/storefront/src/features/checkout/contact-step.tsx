'use client';

import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { useWaking } from '../../ui/use-waking.ts';

interface ContactStepProps {
  given: string | undefined;
  onEmail: (email: string) => void;
}

/** Where a guest is written to; whoever has an account may sign in instead, and loses nothing by it. */
export const ContactStep = ({ given, onEmail }: ContactStepProps) => {
  const t = useTranslations('checkout');
  const pathIn = usePathIn();
  const [error, setError] = useState<string>();
  const waking = useWaking();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('email') as HTMLInputElement;
    const email = tidyEmail(field.value);
    if (isEmail(email)) return onEmail(email);
    setError(email === '' ? t('emailMissing') : t('emailWrong'));
    field.focus();
  };

  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={given}
        error={error}
        hint={t('emailHint')}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
          {t('asGuest')}
        </button>
        <p>
          {t('haveAccount')}{' '}
          <a
            href={signInPath(pathIn('/checkout'))}
            className="inline-block min-h-11 content-center font-semibold underline underline-offset-4"
          >
            {t('signInInstead')}
          </a>
        </p>
      </div>
    </form>
  );
};
