'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { button } from '../../../ui/button.ts';

const everyMs = 15_000;

/** Reads the page anew now and then, while somebody may be looking, and whenever the button says so. */
export const KeepFresh = () => {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <button type="button" onClick={() => router.refresh()} className={button('quiet')}>
      Look again
    </button>
  );
};
