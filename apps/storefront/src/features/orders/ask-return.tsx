'use client';

import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'next-intl';
import { requestReturn, type ShownOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useName } from '../../ui/use-name.ts';
import { useOrderLink } from './order-link.ts';

interface AskReturnProps {
  order: ShownOrder;
  onAsked: (order: ShownOrder) => void;
}

/** Asks to send back some of what was delivered. */
export const AskReturn = ({ order, onAsked }: AskReturnProps) => {
  const t = useTranslations('orders.returning');
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [reasonFault, setReasonFault] = useState<string>();
  const say = useName();
  const nameOf = (itemId: number): string => {
    const line = order.items.find((one) => one.itemId === itemId);
    return line ? say(line) : t('item', { itemId });
  };
  const link = useOrderLink();
  const key = useRef<string>(undefined);
  const id = useId();

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const lines = order.returnableItems.flatMap(({ itemId }) => {
      const quantity = Number(form.get(`units-${itemId}`));
      return quantity > 0 ? [{ itemId, quantity }] : [];
    });
    const reason = String(form.get('reason')).trim();
    setReasonFault(reason === '' ? t('reasonMissing') : undefined);
    setTrouble(lines.length === 0 ? t('howMany') : undefined);
    if (lines.length === 0 || reason === '') return;
    key.current ??= crypto.randomUUID();
    const request = { lines, reason };
    const result = await requestReturn(order.id, request, key.current, link);
    if (result.ok) {
      key.current = undefined;
      setOpen(false);
      setTrouble(undefined);
      return onAsked(result.data);
    }
    if (result.problem.status !== 0 && result.problem.status < 500) key.current = undefined;
    setTrouble(result.problem.code === 'return-exceeds-delivery' ? t('tooMany') : t('unreachable'));
  };

  if (!isOpen) {
    return (
      <div className="mt-8 border-t border-rule pt-5">
        <button type="button" onClick={() => setOpen(true)} className={button('bare')}>
          {t('title')}
        </button>
      </div>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void ask(event)}
      className="mt-8 space-y-4 border-t border-rule pt-5"
    >
      <h2 className="text-2xl">{t('title')}</h2>
      {order.returnableItems.map(({ itemId, quantity }) => (
        <p key={itemId} className="flex items-center justify-between gap-4">
          <label htmlFor={`${id}-${itemId}`}>{nameOf(itemId)}</label>
          <input
            id={`${id}-${itemId}`}
            name={`units-${itemId}`}
            type="number"
            min={0}
            max={quantity}
            // Of one piece alone there is nothing to say.
            defaultValue={order.returnableItems.length === 1 && quantity === 1 ? 1 : 0}
            className={`${inputLook} figures w-20!`}
          />
        </p>
      ))}
      <TextArea
        label={t('reason')}
        name="reason"
        error={reasonFault}
        aria-required
        maxLength={500}
        rows={3}
      />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button('primary')}>
          {t('ask')}
        </button>
        <button type="button" onClick={() => setOpen(false)} className={button('quiet')}>
          {t('keep')}
        </button>
      </div>
      {trouble && <Notice look="trouble" title={t('notAsked')} live children={<p>{trouble}</p>} />}
    </form>
  );
};
