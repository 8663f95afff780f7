'use client';

import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { type FormEvent, useState } from 'react';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { useWaking } from '../../ui/use-waking.ts';

interface ContactStepProps {
  given: string | undefined;
  onEmail: (email: string) => void;
}

/** Where a guest is written to; whoever has an account may sign in instead, and loses nothing by it. */
export const ContactStep = ({ given, onEmail }: ContactStepProps) => {
  const [error, setError] = useState<string>();
  const waking = useWaking();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('email') as HTMLInputElement;
    const email = tidyEmail(field.value);
    if (isEmail(email)) return onEmail(email);
    setError(email === '' ? 'Where shall we write to?' : 'This does not look like an e-mail address.');
    field.focus();
  };

  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <Field
        label="Your e-mail"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={given}
        error={error}
        hint="For the confirmation, and to find your order again. No account is needed."
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
          Go on as a guest
        </button>
        <p>
          Have an account?{' '}
          <a
            href="/auth/login?returnTo=%2Fcheckout"
            className="inline-block min-h-11 content-center font-semibold underline underline-offset-4"
          >
            Sign in instead
          </a>
        </p>
      </div>
    </form>
  );
};
