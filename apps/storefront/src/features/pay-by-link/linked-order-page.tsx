'use client';

import type { LinkedOrder } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { fetchPaymentForm } from '../../api/browser/orders.ts';
import { fetchLinkedOrder } from '../../api/browser/payment-links.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { mailedLink } from '../../ui/mailed-link.ts';
import { LinkedOrderView } from './linked-order-view.tsx';

type End = 'expired' | 'withdrawn' | 'invalid' | 'away' | 'paid';
type Found = { order: LinkedOrder; link: string; formUrl: string } | End | 'looking';

const ends: Readonly<Record<string, End>> = {
  'payment-link-expired': 'expired',
  'payment-link-withdrawn': 'withdrawn',
  'payment-link-invalid': 'invalid',
  'malformed-request': 'invalid',
};
const flags: Readonly<Record<End, string>> = {
  ...{ expired: 'D', withdrawn: 'N', invalid: 'U', away: 'K', paid: 'C' },
};

/** What a mailed link asks to pay, or why it opens nothing, in plain words. */
export const LinkedOrderPage = ({ id }: { id: string }) => {
  const t = useTranslations('paying');
  const [found, setFound] = useState<Found>('looking');

  const look = useCallback(async () => {
    const link = mailedLink('payment', id, location.hash, sessionStorage);
    if (link === undefined) return setFound('invalid');
    const [result, formUrl] = await Promise.all([fetchLinkedOrder(id, link), fetchPaymentForm()]);
    if (!result.ok) return setFound(ends[result.problem.code] ?? 'away');
    if (result.data.state === 'ordered') return setFound('paid');
    setFound(formUrl === undefined ? 'away' : { order: result.data, link, formUrl });
  }, [id]);

  useEffect(() => {
    void look();
    const again = () => void look();
    // Another link pasted into the same tab changes no more than the part after the #.
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [look]);

  if (typeof found === 'object')
    return <LinkedOrderView {...found} onChanged={() => void look()} onPaid={() => setFound('paid')} />;
  if (found === 'looking')
    return (
      <EmptyState flags="K" title={t('looking')}>
        <p role="status" />
      </EmptyState>
    );
  return (
    <div role="status">
      <EmptyState flags={flags[found]} title={t(found)}>
        <p>{t(`${found}Text`)}</p>
        {found === 'away' ? (
          <button type="button" onClick={() => void look()} className={button('primary')}>
            {t('again')}
          </button>
        ) : (
          <AppLink href="/" className={button('quiet')}>
            {t('browse')}
          </AppLink>
        )}
      </EmptyState>
    </div>
  );
};
