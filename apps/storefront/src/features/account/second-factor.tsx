'use client';

import type { AccountSecurity, NewSecondFactor } from '@quayside/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { ScanCode } from './scan-code.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

const valueOf = (event: FormEvent<HTMLFormElement>, name: string) =>
  String(new FormData(event.currentTarget).get(name) ?? '');

/** A code of an authenticator app besides the password: set up in three steps, taken off in one. */
export const SecondFactor = ({ on, recoveryCodesLeft }: AccountSecurity['secondFactor']) => {
  const t = useTranslations('account.factor');
  const [isOn, setOn] = useState(on);
  const [codesLeft, setCodesLeft] = useState(recoveryCodesLeft);
  const [begun, setBegun] = useState<NewSecondFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const change = useProtectedChange();

  const begin = async (password: string) => {
    const body = { password };
    setBegun(await change.send(() => callApi('POST /api/v1/account/second-factor', { body })));
  };
  const turnOff = async (password: string) => {
    const body = { password };
    await change.send(async () => {
      const answer = await callApi('POST /api/v1/account/second-factor/removal', { body });
      if (answer.ok) setOn(false);
      return answer;
    });
  };
  const turnedOn = (given: readonly string[]) => {
    setBegun(undefined);
    setCodes(given);
    setCodesLeft(given.length);
    setOn(true);
  };

  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
  if (begun) return <ScanCode factor={begun} onTurnedOn={turnedOn} onCancel={() => setBegun(undefined)} />;
  return (
    <div className="flex max-w-prose flex-col items-start gap-4">
      <p>{isOn ? t('isOn', { codesLeft }) : t('what')}</p>
      {change.isOpen ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void (isOn ? turnOff : begin)(valueOf(event, 'factor-password'));
          }}
          className="flex w-full max-w-md flex-col gap-4"
        >
          {change.otherFault('wrong-password') && (
            <Notice look="trouble" title={t('failed')} live>
              <p>{change.otherFault('wrong-password')}</p>
            </Notice>
          )}
          <ConfirmByPassword
            change={change}
            name="factor-password"
            action={isOn ? t('turnOff') : t('goOn')}
          />
        </form>
      ) : (
        <button type="button" onClick={change.open} className={button('quiet')}>
          {isOn ? t('turnOff') : t('setUp')}
        </button>
      )}
    </div>
  );
};
