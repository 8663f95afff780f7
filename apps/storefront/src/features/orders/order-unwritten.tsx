'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../ui/empty-state.tsx';

const longMs = 15_000;

export const OrderUnwritten = ({ isGuest }: { isGuest: boolean }) => {
  const t = useTranslations('orders.unwritten');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <EmptyState flags="K" title={t('title')}>
      <div role="status" aria-live="polite" data-testid="order-unwritten">
        <p>{t('what')}</p>
        {long && <p className="mt-4">{t(isGuest ? 'longForGuest' : 'long')}</p>}
      </div>
    </EmptyState>
  );
};
