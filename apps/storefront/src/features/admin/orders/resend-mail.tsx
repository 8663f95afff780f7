'use client';

import type { OrderMail } from '@quayside/contracts';
import { useRef, useState } from 'react';
import { resendOrderMail } from '../../../api/browser/order-mails.ts';
import { button } from '../../../ui/button.ts';
import { mailTitle } from './mail-words.ts';

interface ResendMailProps {
  orderId: string;
  mail: OrderMail;
  onResent: () => void;
}

/** Sends a mail once more. Without an answer the next try is the same request. */
export const ResendMail = ({ orderId, mail, onResent }: ResendMailProps) => {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const key = useRef<string>(undefined);
  const send = async () => {
    setBusy(true);
    key.current ??= crypto.randomUUID();
    const result = await resendOrderMail(orderId, mail.id, key.current);
    setBusy(false);
    if (result.ok || result.problem.status < 500) key.current = undefined;
    setTrouble(result.ok ? undefined : (result.problem.detail ?? result.problem.title));
    if (result.ok) onResent();
  };
  return (
    <div className="mt-1">
      <button
        type="button"
        disabled={isBusy}
        onClick={() => void send()}
        aria-label={`Send again: ${mailTitle(mail)}`}
        className={button('quiet', 'px-3 text-sm')}
      >
        Send again
      </button>
      <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
        {trouble}
      </p>
    </div>
  );
};
