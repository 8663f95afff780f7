'use client';

import { type FormEvent, useState } from 'react';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const valueOf = (form: FormData, name: string) => String(form.get(name) ?? '');

/** The new address becomes that of the account once its owner follows the link that goes there. */
export const ChangeEmail = () => {
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
      <Notice look="good" title="Look into your mailbox" live>
        <p>
          If {asked} can be used, a link is on its way there. Until you follow it nothing changes; then you
          sign in with the new address.
        </p>
      </Notice>
    );
  }
  if (!change.isOpen) {
    return (
      <button type="button" onClick={change.open} className={button('quiet')}>
        Change the address
      </button>
    );
  }
  const other = change.otherFault('wrong-password', 'email-malformed', 'malformed-request');
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-4" noValidate>
      {other && (
        <Notice look="trouble" title="Your address is as it was" live>
          <p>{other}</p>
        </Notice>
      )}
      <Field
        label="New e-mail address"
        name="new-email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={asked}
        error={
          change.faultOf('email-malformed', 'malformed-request') &&
          'Enter an e-mail address like name@example.com.'
        }
      />
      <ConfirmByPassword
        change={change}
        name="email-password"
        action={change.isSending ? 'Sending …' : 'Send a link there'}
      />
    </form>
  );
};
