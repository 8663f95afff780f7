'use client';

import type { Wishlist } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { shareWishlist, stopSharingWishlist } from '../../api/browser/wishlist.ts';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';

interface ShareWishlistProps {
  token: string | undefined;
  onChanged: (wishlist: Wishlist) => void;
}

export const ShareWishlist = ({ token, onChanged }: ShareWishlistProps) => {
  const [said, setSaid] = useState('');
  const [origin, setOrigin] = useState('');
  useEffect(() => setOrigin(location.origin), []);
  const link = `${origin}/wishlist/${token}`;

  const change = async (call: ReturnType<typeof shareWishlist>) => {
    const result = await call;
    setSaid(result.ok ? '' : 'That did not work. Please try again.');
    if (result.ok) onChanged(result.data);
  };
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Copied.' : 'Please mark the link and copy it.');
  };

  return (
    <section aria-label="Share" className="space-y-3 border border-rule bg-sheet p-6">
      <h2 className="text-xl">Share it</h2>
      {token === undefined ? (
        <>
          <p className="text-sm text-ink-soft">
            Whoever has the link sees what you wish for, and neither your name nor your address.
          </p>
          <button
            type="button"
            onClick={() => void change(shareWishlist())}
            className={button('quiet', 'w-full')}
          >
            Make a link
          </button>
        </>
      ) : (
        <>
          <label htmlFor="share-link" className="block text-sm font-semibold">
            Link to your wishlist
          </label>
          <input
            id="share-link"
            readOnly
            value={link}
            onFocus={({ currentTarget }) => currentTarget.select()}
            className={inputLook}
          />
          <button type="button" onClick={() => void copy()} className={button('quiet', 'w-full')}>
            Copy the link
          </button>
          <button
            type="button"
            onClick={() => void change(stopSharingWishlist())}
            className={button('bare', 'w-full')}
          >
            Stop sharing
          </button>
        </>
      )}
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
    </section>
  );
};
