'use client';

import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';

type State = 'ready' | 'sending' | 'sent' | 'failed';

/** Until an address is confirmed nothing but the mail that asks for it goes there. */
export const ConfirmAddress = ({ email }: { email: string }) => {
  const t = useTranslations('account.confirming');
  const [state, setState] = useState<State>('ready');

  const send = async () => {
    setState('sending');
    const sent = await callApi('POST /api/v1/account/confirmation', {});
    setState(sent.ok ? 'sent' : 'failed');
  };

  if (state === 'sent') {
    return (
      <Notice look="good" title={t('sent')} live>
        <p>{t('lookInto', { email })}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t('title')}>
      <div className="flex flex-col items-start gap-3 pt-1">
        <p>{t('what')}</p>
        {state === 'failed' && <p role="alert">{t('failed')}</p>}
        <button
          type="button"
          onClick={() => void send()}
          disabled={state === 'sending'}
          className={button('quiet')}
        >
          {state === 'sending' ? t('sending') : t('again')}
        </button>
      </div>
    </Notice>
  );
};
