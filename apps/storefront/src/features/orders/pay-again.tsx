'use client';

import { useState } from 'react';
import { fetchPaymentForm, payOrder, type ShownOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CardFrame } from '../../ui/payment/card-frame.tsx';
import type { Card } from '../../ui/payment/payment-message.ts';
import { useOrderLink } from './order-link.ts';

interface PayAgainProps {
  order: ShownOrder;
  onPaying: (order: ShownOrder) => void;
  /** The order has moved on meanwhile; time to look at it again. */
  onRefused: () => unknown;
}

/** Another card for an order whose last one was declined. */
export const PayAgain = ({ order, onPaying, onRefused }: PayAgainProps) => {
  const [formUrl, setFormUrl] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const link = useOrderLink();
  const { declined } = order.payment;

  const open = async () => {
    setTrouble(undefined);
    const url = await fetchPaymentForm();
    if (url) setFormUrl(url);
    else setTrouble('The payment company’s form is out of reach right now. Please try again.');
  };

  const pay = async ({ token }: Card) => {
    setAsking(true);
    const result = await payOrder(order.id, token, link);
    setAsking(false);
    if (result.ok) return onPaying(result.data);
    setTrouble(
      result.problem.code === 'order-not-payable'
        ? 'The order has moved on and can no longer be paid.'
        : 'We could not be reached. Your card was not charged; please try again.',
    );
    onRefused();
  };

  return (
    <div className="mt-8 space-y-5 border-t border-rule pt-5" data-testid="pay-again">
      {declined && (
        <Notice look="trouble" title="Your card was declined">
          <p>
            {declined.reason}. Your items are set aside until <LocalTime at={declined.payUntil} />.
          </p>
        </Notice>
      )}
      {formUrl ? (
        <CardFrame
          formUrl={formUrl}
          reassurance="Your order and what is set aside for it stay as they are."
          onCard={(card) => void pay(card)}
        />
      ) : (
        <button type="button" onClick={() => void open()} className={button('primary')}>
          Pay with another card
        </button>
      )}
      {isAsking && <p role="status">Charging the card …</p>}
      {trouble && <Notice look="trouble" title="It was not paid" live children={<p>{trouble}</p>} />}
    </div>
  );
};
