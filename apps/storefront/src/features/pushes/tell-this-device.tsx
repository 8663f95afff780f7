'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { button } from '../../ui/button.ts';
import { beTold, type DeviceState, endAll, stateOf } from './this-device.ts';

interface TellThisDeviceProps {
  publicKey: string;
  /** Of whoever is signed in; absent of a guest. */
  userId?: string | undefined;
  /** Of a guest: the order that was placed in this browser. */
  orderId?: string | undefined;
  /** Whether it stands by an order. */
  isByOrder?: boolean;
}

/** Messages about orders on this device, for whoever presses the button. */
export const TellThisDevice = ({ publicKey, userId, orderId, isByOrder = false }: TellThisDeviceProps) => {
  const t = useTranslations('pushes');
  const language = useLocale() === 'de' ? 'de' : 'en';
  const subject = userId ?? orderId ?? '';
  const [state, setState] = useState<DeviceState | 'not here'>();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    let left = false;
    void stateOf(subject)
      .catch(() => undefined)
      .then((found) => !left && setState(found ?? 'not here'));
    return () => {
      left = true;
    };
  }, [subject]);

  // In the account there is a heading for it, whatever the browser can do.
  if (isByOrder && (!state || state === 'not here')) return null;
  const change = async (how: () => Promise<DeviceState>, done: string) => {
    setBusy(true);
    setSaid('');
    try {
      const next = await how();
      setState(next);
      setSaid(next === 'denied' ? '' : done);
    } catch {
      setSaid(t('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section
      data-testid="tell-this-device"
      data-state={state}
      className={isByOrder ? 'mt-8 border-t border-rule pt-5' : 'max-w-prose'}
    >
      {isByOrder && <h2 className="text-2xl">{t('title')}</h2>}
      <p className={isByOrder ? 'mt-2 max-w-prose text-ink-soft' : 'text-ink-soft'}>
        {t(userId === undefined ? 'whatOrder' : 'whatAccount')}
      </p>
      {state === 'not here' && <p className="mt-3 font-medium">{t('notHere')}</p>}
      {state === 'denied' && <p className="mt-3 max-w-prose font-medium">{t('denied')}</p>}
      {state === 'not told' && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void change(() => beTold({ publicKey, subject, language, orderId }), t('on'))}
          className={button('quiet', 'mt-4')}
        >
          {t(isBusy ? 'asking' : 'ask')}
        </button>
      )}
      {state === 'told' && (
        <p className="mt-3 flex flex-wrap items-center gap-x-5">
          <span className="font-medium">{t('on')}</span>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => void change(endAll, t('ended'))}
            className={button('bare')}
          >
            {t('end')}
          </button>
        </p>
      )}
      <p role="status" className={said === t('on') ? 'sr-only' : 'mt-2 min-h-6 text-sm'}>
        {said}
      </p>
    </section>
  );
};
