'use client';

import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { type FormEvent, useState } from 'react';
import { askForOrderLink } from '../../api/browser/orders.ts';
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
  const [errors, setErrors] = useState<Errors>({});
  const [trouble, setTrouble] = useState<string>();
  const [isSent, setSent] = useState(false);
  const waking = useWaking();

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [number, email] = [String(form.get('number')).trim(), tidyEmail(String(form.get('email')))];
    const faults: Errors = {
      ...(number === '' && { number: 'It stands in our mails and on the parcel.' }),
      ...(!isEmail(email) && { email: 'This does not look like an e-mail address.' }),
    };
    setErrors(faults);
    const [first] = Object.keys(faults);
    if (first) return event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    setTrouble(undefined);
    const result = await askForOrderLink(number, email);
    if (result.ok) return setSent(true);
    setTrouble(
      result.problem.status === 429
        ? 'That was asked often. Please wait a while before the next try.'
        : 'We could not be reached. Please try again.',
    );
  };

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title="Find your order" />
      {orderId !== undefined && (
        <div className="mb-8">
          <Notice title="We cannot show you this order here">
            <p>
              {isSignedIn
                ? 'It is not in your account. What you ordered as a guest with your e-mail address comes into it once you have confirmed the address.'
                : 'The link may be too old, or the order is in an account.'}{' '}
              {!isSignedIn && (
                <a
                  href={`/auth/login?returnTo=${encodeURIComponent(`/orders/${orderId}`)}`}
                  className="font-semibold underline underline-offset-4"
                >
                  Sign in
                </a>
              )}
            </p>
          </Notice>
        </div>
      )}
      {isSent ? (
        <Notice look="good" title="Look into your mail" live>
          <p>
            If there is an order of this number and address, its link is on the way. It takes a minute or two;
            look among the unwanted mail as well.
          </p>
        </Notice>
      ) : (
        <form noValidate onSubmit={(event) => void ask(event)} className="space-y-5">
          <p className="max-w-prose text-ink-soft">
            Bought without an account? We mail you a fresh link to your order.
          </p>
          <Field
            label="Order number"
            name="number"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="QS-7K3M-9Q2F"
            error={errors.number}
          />
          <Field
            label="E-mail address of the order"
            name="email"
            type="email"
            autoComplete="email"
            error={errors.email}
          />
          {trouble && <Notice look="trouble" title="No mail was sent" live children={<p>{trouble}</p>} />}
          <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
            Mail me the link
          </button>
        </form>
      )}
    </div>
  );
};
