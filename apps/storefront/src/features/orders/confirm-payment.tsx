'use client';

import { useCallback, useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { endPaymentVisit, type ShownOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PaymentFrame } from '../../ui/payment/payment-frame.tsx';
import { usePaymentFrame } from '../../ui/payment/use-payment-frame.ts';
import { keepVisit, takeVisit } from './bank-visit.ts';
import { useOrderLink } from './order-link.ts';

interface ConfirmPaymentProps {
  order: ShownOrder;
  onTold: (order: ShownOrder) => void;
}

/** So long the bank is asked before the way there is offered again. */
const checkingMs = 10_000;

/** What the buyer is to do at the payment company, where nothing is paid before that. */
export const ConfirmPayment = ({ order, onTold }: ConfirmPaymentProps) => {
  const t = useTranslations('orders.confirming');
  const link = useOrderLink();
  const { id, payment } = order;
  const { visit } = payment;
  const [isChecking, setChecking] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const end = useCallback(
    async (outcome: 'returned' | 'given-up') => {
      setFailed(false);
      setChecking(true);
      const result = await endPaymentVisit(id, outcome, link);
      if (result.ok) return onTold(result.data);
      setChecking(false);
      setFailed(outcome === 'given-up');
    },
    [id, link, onTold],
  );

  useEffect(() => {
    if (!isChecking) return;
    const timer = setTimeout(() => setChecking(false), checkingMs);
    return () => clearTimeout(timer);
  }, [isChecking]);

  useEffect(() => {
    const comeBack = () => {
      if (takeVisit(sessionStorage, id)) void end('returned');
    };
    comeBack();
    // By the browser's Back the page may be there as it was left.
    addEventListener('pageshow', comeBack);
    return () => removeEventListener('pageshow', comeBack);
  }, [id, end]);

  if (!visit) return null;
  const isGivenUp = visit.url === undefined;
  return (
    <div className="mb-8 space-y-4 border-b border-rule pb-6" data-testid="confirm-payment">
      <Notice title={t(`${visit.kind}.title`)} live>
        <p>{t.rich(`${visit.kind}.lead`, { until: () => <LocalTime at={visit.until} /> })}</p>
      </Notice>
      {visit.url !== undefined &&
        (visit.kind === 'challenge' ? (
          <ChallengeFrame url={visit.url} onDecided={() => void end('returned')} />
        ) : (
          <GoToBank id={id} url={visit.url} isQuiet={isChecking} />
        ))}
      <div>
        <p role="status">{isChecking || isGivenUp ? t('checking') : ''}</p>
        {!isGivenUp && (
          <button type="button" onClick={() => void end('given-up')} className={button('bare')}>
            {t('giveUp')}
          </button>
        )}
      </div>
      {hasFailed && <Notice look="trouble" title={t('failed')} live children={<p>{t('unreachable')}</p>} />}
    </div>
  );
};

const ChallengeFrame = ({ url, onDecided }: { url: string; onDecided: () => void }) => {
  const t = useTranslations('orders.confirming');
  const frame = usePaymentFrame(url, (message) => {
    if (message.type === 'decided') onDecided();
  });
  return <PaymentFrame of={frame} title={t('frame')} reassurance={t('nothingPaid')} usualHeight={260} />;
};

const GoToBank = ({ id, url, isQuiet }: { id: string; url: string; isQuiet: boolean }) => {
  const t = useTranslations('orders.confirming');
  const locale = useLocale();
  const go = () => {
    keepVisit(sessionStorage, id);
    const bank = new URL(url);
    bank.searchParams.set('language', locale);
    window.location.assign(bank);
  };
  return (
    <button
      type="button"
      onClick={go}
      className={button(isQuiet ? 'quiet' : 'go', 'w-full sm:w-auto sm:px-9')}
    >
      {t('go')}
    </button>
  );
};
