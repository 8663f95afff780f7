'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { requestStock, withdrawStockRequest } from '../../api/browser/stock-requests.ts';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { GuestForm } from './guest-form.tsx';
import { troubleOf } from './trouble-of.ts';

const OfAccount = ({ itemId, isAsked }: { itemId: number; isAsked: boolean }) => {
  const t = useTranslations('waiting');
  const [isWaiting, setWaiting] = useState(isAsked);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const waking = useWaking();
  const set = async (wanted: boolean) => {
    if (isSending) return;
    setSending(true);
    const result = await (wanted ? requestStock(itemId) : withdrawStockRequest(itemId));
    setSending(false);
    setTrouble(result.ok ? undefined : t(troubleOf(result.problem)));
    if (result.ok) setWaiting(wanted);
  };
  return (
    <>
      <div role="status">
        {isWaiting && (
          <Notice look="good" title={t('askedTitle')}>
            <p>{t('asked')}</p>
          </Notice>
        )}
      </div>
      {isWaiting ? (
        <button {...waking} type="button" onClick={() => void set(false)} className={button('bare')}>
          {t('withdraw')}
        </button>
      ) : (
        <button {...waking} type="button" onClick={() => void set(true)} className={button('primary')}>
          {t('ask')}
        </button>
      )}
      {trouble && <Notice look="trouble" live title={trouble} />}
    </>
  );
};

/** Offers one mail when a sold-out item is back: by one press to an account, to others by an address that is asked first. */
export const TellMeBack = ({
  itemId,
  isSignedIn,
  isAsked = false,
}: {
  itemId: number;
  isSignedIn: boolean;
  isAsked?: boolean;
}) => (
  <div className="mt-4 space-y-3" data-testid="tell-me-back">
    {isSignedIn ? <OfAccount itemId={itemId} isAsked={isAsked} /> : <GuestForm itemId={itemId} />}
  </div>
);
