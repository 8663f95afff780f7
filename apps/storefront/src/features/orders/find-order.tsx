'use client';

import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { askForOrderLink } from '../../api/browser/orders.ts';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWaking } from '../../ui/use-waking.ts';

interface FindOrderProps {
  /** Where somebody came to look at one that they may not, or not any more. */
  orderId?: string;
  isSignedIn: boolean;
}

type Errors = Partial<Record<'number' | 'email', string>>;

/** For whoever bought without an account and lost the way: a new link is mailed, and nobody is told whether there is an order. */
export const FindOrder = ({ orderId, isSignedIn }: FindOrderProps) => {
  const t = useTranslations('orders.finding');
  const pathIn = usePathIn();
  const [errors, setErrors] = useState<Errors>({});
  const [trouble, setTrouble] = useState<string>();
  const [isSent, setSent] = useState(false);
  const waking = useWaking();

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [number, email] = [String(form.get('number')).trim(), tidyEmail(String(form.get('email')))];
    const faults: Errors = {
      ...(number === '' && { number: t('numberMissing') }),
      ...(!isEmail(email) && { email: t('emailWrong') }),
    };
    setErrors(faults);
    const [first] = Object.keys(faults);
    if (first) return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    setTrouble(undefined);
    const result = await askForOrderLink(number, email);
    if (result.ok) return setSent(true);
    setTrouble(result.problem.status === 429 ? t('tooOften') : t('unreachable'));
  };

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t('title')} />
      {orderId !== undefined && (
        <div className="mb-8">
          <Notice title={t('notHere')}>
            <p>
              {isSignedIn ? t('notInAccount') : t('linkOld')}{' '}
              {!isSignedIn && (
                <a
                  href={signInPath(pathIn(`/orders/${orderId}`))}
                  className="font-semibold underline underline-offset-4"
                >
                  {t('signIn')}
                </a>
              )}
            </p>
          </Notice>
        </div>
      )}
      {isSent ? (
        <Notice look="good" title={t('sent')} live>
          <p>{t('onTheWay')}</p>
        </Notice>
      ) : (
        <form noValidate onSubmit={(event) => void ask(event)} className="space-y-5">
          <p className="max-w-prose text-ink-soft">{t('lead')}</p>
          <Field
            label={t('number')}
            name="number"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="QS-7K3M-9Q2F"
            error={errors.number}
          />
          <Field label={t('email')} name="email" type="email" autoComplete="email" error={errors.email} />
          {trouble && <Notice look="trouble" title={t('notSent')} live children={<p>{trouble}</p>} />}
          <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
            {t('send')}
          </button>
        </form>
      )}
    </div>
  );
};
