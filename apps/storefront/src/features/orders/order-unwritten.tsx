'use client';

import { useEffect, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';

const longMs = 15_000;

export const OrderUnwritten = ({ isGuest }: { isGuest: boolean }) => {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <EmptyState flags="K" title="We have your order">
      <div role="status" aria-live="polite" data-testid="order-unwritten">
        <p>It is being written down. This page moves on by itself.</p>
        {long && (
          <p className="mt-4">
            It takes longer than usual today. Your order is safe and cannot be lost; you may leave this page,{' '}
            {isGuest ? 'and a mail will lead you back to it' : 'and find it under “Your orders” later'}. There
            is no need to order again.
          </p>
        )}
      </div>
    </EmptyState>
  );
};
