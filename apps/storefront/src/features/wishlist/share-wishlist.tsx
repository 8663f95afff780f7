'use client';

import type { Wishlist } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { shareWishlist, stopSharingWishlist } from '../../api/browser/wishlist.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';

interface ShareWishlistProps {
  token: string | undefined;
  onChanged: (wishlist: Wishlist) => void;
}

export const ShareWishlist = ({ token, onChanged }: ShareWishlistProps) => {
  const t = useTranslations('wishlist.sharing');
  const pathIn = usePathIn();
  const [said, setSaid] = useState('');
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  const link = origin + pathIn(`/wishlist/${token}`);

  const change = async (call: ReturnType<typeof shareWishlist>) => {
    const result = await call;
    setSaid(result.ok ? '' : t('failed'));
    if (result.ok) onChanged(result.data);
  };
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    setSaid(copied ? t('copied') : t('mark'));
  };

  return (
    <section aria-label={t('share')} className="space-y-3 border border-rule bg-sheet p-6">
      <h2 className="text-xl">{t('title')}</h2>
      {token === undefined ? (
        <>
          <p className="text-sm text-ink-soft">{t('what')}</p>
          <button
            type="button"
            onClick={() => void change(shareWishlist())}
            className={button('quiet', 'w-full')}
          >
            {t('make')}
          </button>
        </>
      ) : (
        <>
          <label htmlFor="share-link" className="block text-sm font-semibold">
            {t('link')}
          </label>
          <input
            id="share-link"
            readOnly
            value={link}
            onFocus={({ currentTarget }) => currentTarget.select()}
            className={inputLook}
          />
          <button type="button" onClick={() => void copy()} className={button('quiet', 'w-full')}>
            {t('copy')}
          </button>
          <button
            type="button"
            onClick={() => void change(stopSharingWishlist())}
            className={button('bare', 'w-full')}
          >
            {t('stop')}
          </button>
        </>
      )}
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
    </section>
  );
};
