'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { readShelf, type ShelvedPage } from './shelf.ts';
import { tellWorker } from './tell-worker.ts';

/** The pages that are there without a network, which this browser alone knows. */
export const ShelfList = () => {
  const t = useTranslations('offline');
  const locale = useLocale();
  const [pages, setPages] = useState<readonly ShelvedPage[]>();
  useEffect(() => {
    let left = false;
    void readShelf(locale)
      .catch(() => [])
      .then((found) => !left && setPages(found));
    return () => {
      left = true;
    };
  }, [locale]);

  if (!pages) return null;
  if (pages.length === 0) return <p>{t('empty')}</p>;
  const forget = () => {
    tellWorker({ forget: true });
    setPages([]);
  };
  return (
    <>
      <ul data-testid="shelf" className="divide-y divide-rule border-y border-rule">
        {pages.map(({ path, title, keptAt }) => (
          <li key={path} className="flex flex-wrap items-baseline justify-between gap-x-6 py-3">
            <a href={path} className="font-medium underline decoration-rule-strong underline-offset-4">
              {title}
            </a>
            <span className="text-sm text-ink-soft">
              {t.rich('kept', { time: () => <LocalTime at={keptAt} /> })}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={forget} className={button('quiet', 'mt-6')}>
        {t('forget')}
      </button>
    </>
  );
};
