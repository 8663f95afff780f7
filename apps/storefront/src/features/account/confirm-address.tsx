'use client';

import { useState } from 'react';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';

type State = 'ready' | 'sending' | 'sent' | 'failed';

/** Until an address is confirmed nothing but the mail that asks for it goes there. */
export const ConfirmAddress = ({ email }: { email: string }) => {
  const [state, setState] = useState<State>('ready');

  const send = async () => {
    setState('sending');
    const sent = await callApi('POST /api/v1/account/confirmation', {});
    setState(sent.ok ? 'sent' : 'failed');
  };

  if (state === 'sent') {
    return (
      <Notice look="good" title="A mail is on its way" live>
        <p>Look into the mailbox of {email}. At most three of these mails go there in a day.</p>
      </Notice>
    );
  }
  return (
    <Notice title="Is this your address? Please confirm it">
      <div className="flex flex-col items-start gap-3 pt-1">
        <p>
          We sent a link there. Until you follow it we write you nothing else, and after a month the account
          ends by itself.
        </p>
        {state === 'failed' && <p role="alert">That did not work. Wait a little and try again.</p>}
        <button
          type="button"
          onClick={() => void send()}
          disabled={state === 'sending'}
          className={button('quiet')}
        >
          {state === 'sending' ? 'Sending …' : 'Send it once more'}
        </button>
      </div>
    </Notice>
  );
};
