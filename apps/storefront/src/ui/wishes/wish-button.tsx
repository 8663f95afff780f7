'use client';

import { Heart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addWish, removeWish, useWished } from '../../api/browser/wishlist.ts';
import { button } from '../button.ts';
import { classNames } from '../class-names.ts';
import { useWaking } from '../use-waking.ts';

interface WishButtonProps {
  itemId: number;
  slug: string;
  name: string;
  /** `heart` is over the picture of a card, for the product whichever variant was wished for. */
  look: 'heart' | 'words';
}

/** On the wishlist or not; a guest has one, too. */
export const WishButton = ({ itemId, slug, name, look }: WishButtonProps) => {
  const t = useTranslations('wishlist');
  const waking = useWaking();
  const wished = useWished();
  const [trouble, setTrouble] = useState('');
  const mine = wished.filter((one) => (look === 'heart' ? one.slug === slug : one.itemId === itemId));
  const isWished = mine.length > 0;

  const toggle = async () => {
    setTrouble('');
    const results = isWished
      ? await Promise.all(mine.map((one) => removeWish(one.itemId)))
      : [await addWish(itemId)];
    const failed = results.find((result) => !result.ok);
    if (!failed || failed.ok) return;
    setTrouble(failed.problem.code === 'wishlist-full' ? t('full') : t('failed'));
  };

  const heart = (
    <Heart size={20} aria-hidden className={isWished ? 'fill-flag-red text-flag-red' : undefined} />
  );
  const shared = { type: 'button', onClick: () => void toggle(), 'aria-pressed': isWished } as const;
  return (
    <>
      {look === 'heart' ? (
        <button
          {...shared}
          {...waking}
          aria-label={t('wishFor', { name })}
          className="absolute top-2 right-2 z-10 grid h-11 w-11 place-items-center rounded-full bg-sheet/85 text-ink hover:bg-sheet"
        >
          {heart}
        </button>
      ) : (
        <button
          {...shared}
          {...waking}
          className={classNames(button('bare'), 'inline-flex items-center gap-2')}
        >
          {heart} {isWished ? t('on') : t('put')}
        </button>
      )}
      <span
        role="status"
        className={trouble === '' || look === 'heart' ? 'sr-only' : 'block text-sm text-flag-red'}
      >
        {trouble}
      </span>
    </>
  );
};
