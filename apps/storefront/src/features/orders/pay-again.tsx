'use client';

import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { fetchPaymentForm, payOrder, type ShownOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PaymentMethods } from '../../ui/payment/payment-methods.tsx';
import type { Card } from '../../ui/payment/payment-message.ts';
import { reasonIn } from './reason-in.ts';
import { useOrderLink } from './order-link.ts';

interface PayAgainProps {
  order: ShownOrder;
  onPaying: (order: ShownOrder) => void;
  /** The order has moved on meanwhile; time to look at it again. */
  onRefused: () => unknown;
}

/** Another card, or a bank, for an order whose last payment was declined. */
export const PayAgain = ({ order, onPaying, onRefused }: PayAgainProps) => {
  const ordersWords = useTranslations('orders');
  const t = useTranslations('orders.paying');
  const [formUrl, setFormUrl] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const link = useOrderLink();
  const { declined } = order.payment;

  const open = async () => {
    setTrouble(undefined);
    const url = await fetchPaymentForm();
    if (url) setFormUrl(url);
    else setTrouble(t('formAway'));
  };

  const pay = async ({ token }: Card) => {
    setAsking(true);
    const result = await payOrder(order.id, token, link);
    setAsking(false);
    if (result.ok) return onPaying(result.data);
    setTrouble(result.problem.code === 'order-not-payable' ? t('movedOn') : t('unreachable'));
    onRefused();
  };

  return (
    <div className="mb-8 space-y-5 border-b border-rule pb-8" data-testid="pay-again">
      {declined && (
        <Notice look="trouble" title={reasonIn(declined.reason, ordersWords)}>
          <p>{t.rich('setAside', { until: () => <LocalTime at={declined.payUntil} /> })}</p>
        </Notice>
      )}
      {formUrl ? (
        <PaymentMethods
          formUrl={formUrl}
          reassurance={t('staysAsItIs')}
          first={order.payment.method}
          onChosen={(means) => void pay(means)}
        />
      ) : (
        <button type="button" onClick={() => void open()} className={button('primary')}>
          {t('payAgain')}
        </button>
      )}
      {isAsking && <p role="status">{t('charging')}</p>}
      {trouble && <Notice look="trouble" title={t('failed')} live children={<p>{trouble}</p>} />}
    </div>
  );
};
