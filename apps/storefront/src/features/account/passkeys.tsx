'use client';

import type { Passkey } from '@quayside/contracts';
import {
  browserSupportsWebAuthn,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const never = () => () => undefined;

/** What a browser says that made none: whoever was asked said no, or the device has this one already. */
const notMade = (error: unknown): string =>
  error instanceof Error && error.name === 'InvalidStateError'
    ? 'This device has a passkey of your account already.'
    : 'No passkey was made. Try once more when you are ready.';

/** Keys that open the account without a password: added, named and removed here. */
export const Passkeys = ({ passkeys }: { passkeys: readonly Passkey[] }) => {
  const router = useRouter();
  const change = useProtectedChange();
  const [trouble, setTrouble] = useState<string>();
  // Known in the browser alone; until then neither is said.
  const isSupported = useSyncExternalStore(never, browserSupportsWebAuthn, () => undefined);

  const add = async (password: string, name: string) => {
    setTrouble(undefined);
    await change.send(async () => {
      const begun = await callApi('POST /api/v1/account/passkeys/begin', { body: { password } });
      if (!begun.ok) return begun;
      const { until, options } = begun.data;
      const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
      const made = await startRegistration({ optionsJSON }).catch((error: unknown) => notMade(error));
      if (typeof made === 'string') {
        setTrouble(made);
        return begun;
      }
      const body = { until, name, response: { ...made } };
      const added = await callApi('POST /api/v1/account/passkeys', { body });
      if (added.ok) router.refresh();
      return added;
    });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void add(String(data.get('passkey-password') ?? ''), String(data.get('passkey-name') ?? ''));
  };

  return (
    <div className="flex w-full max-w-prose flex-col items-start gap-4">
      <h3 className="text-lg font-semibold">Passkeys</h3>
      <p>
        A passkey opens your account with your finger, your face or the PIN of your device, and nobody can
        make you type it where you should not.
      </p>
      {passkeys.length > 0 && (
        <ul className="w-full divide-y divide-rule border-y border-rule-strong">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChanged={() => router.refresh()} />
          ))}
        </ul>
      )}
      {trouble && (
        <Notice look="trouble" title="That did not work" live>
          <p>{trouble}</p>
        </Notice>
      )}
      {change.isOpen ? (
        <form onSubmit={onSubmit} className="flex w-full max-w-md flex-col gap-4">
          {change.otherFault('wrong-password') && (
            <Notice look="trouble" title="That did not work" live>
              <p>{change.otherFault('wrong-password')}</p>
            </Notice>
          )}
          <Field
            label="What to call it"
            name="passkey-name"
            required
            maxLength={60}
            defaultValue="This device"
            autoComplete="off"
          />
          <ConfirmByPassword change={change} name="passkey-password" action="Add the passkey" />
        </form>
      ) : (
        isSupported && (
          <button type="button" onClick={change.open} className={button('quiet')}>
            Add a passkey
          </button>
        )
      )}
      {isSupported === false && <p className="text-ink-faint">This browser knows no passkeys.</p>}
    </div>
  );
};
