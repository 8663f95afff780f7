'use client';

import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { cancelOrder, type ShownOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOrderLink } from './order-link.ts';

interface CancelOrderProps {
  id: string;
  onCancelled: (order: ShownOrder) => void;
  /** The order has moved on meanwhile; time to look at it again. */
  onRefused: () => unknown;
}

export const CancelOrder = ({ id, onCancelled, onRefused }: CancelOrderProps) => {
  const t = useTranslations('orders.cancelling');
  const [trouble, setTrouble] = useState<string>();
  const link = useOrderLink();

  const cancel = async () => {
    const result = await cancelOrder(id, link);
    if (result.ok) return onCancelled(result.data);
    setTrouble(result.problem.status === 409 ? t('movedOn') : t('unreachable'));
    onRefused();
  };

  return (
    <div className="mt-8 space-y-3 border-t border-rule pt-5">
      <AlertDialog.Root>
        <AlertDialog.Trigger className={button('bare')}>{t('open')}</AlertDialog.Trigger>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="fixed inset-0 z-40 bg-ink/45" />
          <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 border border-ink bg-sheet p-7">
            <AlertDialog.Title className="text-2xl">{t('title')}</AlertDialog.Title>
            <AlertDialog.Description className="mt-3 text-ink-soft">{t('what')}</AlertDialog.Description>
            <div className="mt-7 flex flex-wrap gap-3">
              <AlertDialog.Action className={button('primary', 'grow')} onClick={() => void cancel()}>
                {t('do')}
              </AlertDialog.Action>
              <AlertDialog.Cancel className={button('quiet', 'grow')}>{t('keep')}</AlertDialog.Cancel>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
      {trouble && <Notice look="trouble" title={t('failed')} live children={<p>{trouble}</p>} />}
    </div>
  );
};
