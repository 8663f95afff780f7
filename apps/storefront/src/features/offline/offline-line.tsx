'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { LocalTime } from '../../ui/local-time.tsx';

const listen = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** When the page was put on the shelf; nothing of the offline page itself; undefined of one that the shop just made. */
const keptAt = () => document.documentElement.dataset['keptAt'];

/** Says that there is no network, and of how old the page is. */
export const OfflineLine = () => {
  const t = useTranslations('offline');
  const shelf = usePathIn()('/offline');
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  const at = useSyncExternalStore(listen, keptAt, () => undefined);
  if (isOnline && at === undefined) return null;
  return (
    <div role="status" data-offline className="border-b border-note bg-note-soft">
      <p className="mx-auto flex max-w-chart flex-wrap gap-x-4 px-4 py-2 text-[0.95rem] sm:px-6">
        <span>{t(isOnline ? 'back' : 'line')}</span>
        {at && <span>{t.rich('asOf', { time: () => <LocalTime at={at} /> })}</span>}
        {isOnline ? (
          <button type="button" className="underline underline-offset-4" onClick={() => location.reload()}>
            {t('readAnew')}
          </button>
        ) : (
          at !== '' && (
            <a href={shelf} className="underline underline-offset-4">
              {t('toShelf')}
            </a>
          )
        )}
      </p>
    </div>
  );
};
