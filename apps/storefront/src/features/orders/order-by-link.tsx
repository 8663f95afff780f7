'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { fetchOrder, type ShownOrder } from '../../api/browser/orders.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindOrder } from './find-order.tsx';
import { mailedLink } from '../../ui/mailed-link.ts';
import { OrderLinkProvider } from './order-link.ts';
import { OrderView } from './order-view.tsx';

type Found = { by: string; order: ShownOrder } | 'looking' | 'nothing' | 'out of reach';

/** An order that the session does not open: by the link that brought the visitor here, else by asking for a new one. */
export const OrderByLink = ({ id, isSignedIn }: { id: string; isSignedIn: boolean }) => {
  const t = useTranslations('orders');
  const [found, setFound] = useState<Found>('looking');

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const by = mailedLink('order', id, location.hash, sessionStorage);
      const result = by === undefined ? undefined : await fetchOrder(id, by);
      if (isGone) return;
      if (by !== undefined && result?.ok) return setFound({ by, order: result.data });
      const isAway = result && !result.ok && (result.problem.status >= 500 || result.problem.status === 0);
      setFound(isAway ? 'out of reach' : 'nothing');
    };
    void look();
    const again = () => void look();
    // Another link pasted into the same tab changes no more than the part after the #.
    addEventListener('hashchange', again);
    return () => {
      isGone = true;
      removeEventListener('hashchange', again);
    };
  }, [id]);

  if (found === 'looking')
    return (
      <EmptyState flags="K" title={t('looking')}>
        <p role="status">{t('oneMoment')}</p>
      </EmptyState>
    );
  if (found === 'out of reach')
    return (
      <EmptyState flags="K" title={t('outOfReach')}>
        <p>{t('isSafe')}</p>
      </EmptyState>
    );
  if (found === 'nothing') return <FindOrder orderId={id} isSignedIn={isSignedIn} />;
  return (
    <OrderLinkProvider value={found.by}>
      <OrderView key={id} id={id} rendered={found.order} isNew={false} isGuest isSignedIn={isSignedIn} />
    </OrderLinkProvider>
  );
};
