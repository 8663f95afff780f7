'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { button } from '../button.ts';
import { Notice } from '../notice.tsx';
import type { usePaymentFrame } from './use-payment-frame.ts';

interface PaymentFrameProps {
  of: ReturnType<typeof usePaymentFrame>;
  title: string;
  /** What is so, and stays so, while it does not load. */
  reassurance: string;
  usualHeight: number;
  /** What stands below it while it is there. */
  children?: ReactNode;
}

export const PaymentFrame = ({ of, title, reassurance, usualHeight, children }: PaymentFrameProps) => {
  const t = useTranslations('payment');
  const { frame, src, height, isAbsent, loads, loadAgain } = of;
  return (
    <>
      {/* Out of sight while it does not load, and not gone: a slow form shows itself when it arrives. */}
      <div
        aria-busy={height === undefined}
        className={
          isAbsent ? 'invisible h-0 overflow-hidden' : 'relative border border-rule bg-white p-4 sm:p-5'
        }
      >
        {height === undefined && (
          <p role="status" className="absolute inset-4 grid content-start gap-4 sm:inset-5">
            <span className="sr-only">{t('loading')}</span>
            {[0, 1, 2].map((at) => (
              <span key={at} aria-hidden className="skeleton h-13" />
            ))}
          </p>
        )}
        {src && (
          <iframe
            key={loads}
            ref={frame}
            src={src}
            title={title}
            height={(height ?? usualHeight) + 8}
            sandbox="allow-scripts allow-same-origin allow-forms"
            allow="payment"
            className="block w-full"
          />
        )}
      </div>
      {isAbsent ? (
        <Notice look="trouble" title={t('absent')} live>
          <p className="mb-3">{reassurance}</p>
          <button type="button" onClick={loadAgain} className={button('primary')}>
            {t('again')}
          </button>
        </Notice>
      ) : (
        children
      )}
    </>
  );
};
