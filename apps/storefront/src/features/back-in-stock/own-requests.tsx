'use client';

import type { StockRequest } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { withdrawStockRequest } from '../../api/browser/stock-requests.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { LocalDay } from '../../ui/local-day.tsx';

/** What an account waits for. */
export const OwnRequests = ({ requests }: { requests: readonly StockRequest[] }) => {
  const t = useTranslations('waiting');
  const [left, setLeft] = useState(requests);
  const [hasFailed, setFailed] = useState(false);
  const withdraw = async (itemId: number) => {
    const result = await withdrawStockRequest(itemId);
    setFailed(!result.ok);
    if (result.ok) setLeft((now) => now.filter(({ item }) => item.id !== itemId));
  };
  if (left.length === 0) return <p className="max-w-prose text-ink-soft">{t('none')}</p>;
  return (
    <div>
      <ul className="max-w-prose divide-y divide-rule">
        {left.map(({ item, askedAt }) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span>
              <AppLink href={`/products/${item.slug}`} className="font-semibold underline underline-offset-4">
                {item.name}
              </AppLink>{' '}
              <span className="text-sm text-ink-soft">
                <LocalDay at={askedAt} />
              </span>
            </span>
            <button
              type="button"
              aria-label={t('withdrawItem', { item: item.name })}
              onClick={() => void withdraw(item.id)}
              className={button('bare')}
            >
              {t('withdraw')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-flag-red">
        {hasFailed && t('failed')}
      </p>
    </div>
  );
};
