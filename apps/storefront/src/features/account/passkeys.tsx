'use client';

import type { Passkey } from '@quayside/contracts';
import {
  browserSupportsWebAuthn,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const never = () => () => undefined;

/** What a browser says that made none: whoever was asked said no, or the device has this one already. */
const notMade = (error: unknown): 'hasOne' | 'notMade' =>
  error instanceof Error && error.name === 'InvalidStateError' ? 'hasOne' : 'notMade';

/** Keys that open the account without a password: added, named and removed here. */
export const Passkeys = ({ passkeys }: { passkeys: readonly Passkey[] }) => {
  const t = useTranslations('account.passkeys');
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
        setTrouble(t(made));
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
      <h3 className="text-lg font-semibold">{t('title')}</h3>
      <p>{t('what')}</p>
      {passkeys.length > 0 && (
        <ul className="w-full divide-y divide-rule border-y border-rule-strong">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChanged={() => router.refresh()} />
          ))}
        </ul>
      )}
      {trouble && (
        <Notice look="trouble" title={t('failed')} live>
          <p>{trouble}</p>
        </Notice>
      )}
      {change.isOpen ? (
        <form onSubmit={onSubmit} className="flex w-full max-w-md flex-col gap-4">
          {change.otherFault('wrong-password') && (
            <Notice look="trouble" title={t('failed')} live>
              <p>{change.otherFault('wrong-password')}</p>
            </Notice>
          )}
          <Field
            label={t('name')}
            name="passkey-name"
            required
            maxLength={60}
            defaultValue={t('thisDevice')}
            autoComplete="off"
          />
          <ConfirmByPassword change={change} name="passkey-password" action={t('addIt')} />
        </form>
      ) : (
        isSupported && (
          <button type="button" onClick={change.open} className={button('quiet')}>
            {t('add')}
          </button>
        )
      )}
      {isSupported === false && <p className="text-ink-faint">{t('unknown')}</p>}
    </div>
  );
};
