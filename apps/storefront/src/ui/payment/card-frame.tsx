'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { button } from '../button.ts';
import { PaymentFrame } from './payment-frame.tsx';
import type { Card } from './payment-message.ts';
import { usePaymentFrame } from './use-payment-frame.ts';

interface CardFrameProps {
  formUrl: string;
  /** What is so, and stays so, while the form does not load. */
  reassurance: string;
  onCard: (card: Card) => void;
}

/** The payment company's own form for a card. */
export const CardFrame = ({ formUrl, reassurance, onCard }: CardFrameProps) => {
  const t = useTranslations('payment');
  const [isAsking, setAsking] = useState(false);
  const form = usePaymentFrame(formUrl, (message) => {
    setAsking(false);
    if (message.type === 'token') onCard(message.card);
  });

  const ask = () => {
    setAsking(true);
    form.tell({ type: 'quayside-payment:submit' });
  };

  return (
    <div className="space-y-4">
      <PaymentFrame of={form} title={t('frame')} reassurance={reassurance} usualHeight={260}>
        <button
          type="button"
          onClick={ask}
          disabled={form.height === undefined}
          aria-disabled={isAsking}
          className={button('primary', 'w-full sm:w-auto sm:px-9')}
        >
          {isAsking ? t('checking') : t('use')}
        </button>
      </PaymentFrame>
      <p className="text-sm text-ink-faint">{t('privacy')}</p>
    </div>
  );
};
