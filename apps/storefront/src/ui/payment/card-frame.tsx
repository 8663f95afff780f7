'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { button } from '../button.ts';
import { Notice } from '../notice.tsx';
import { type Card, parsePaymentMessage } from './payment-message.ts';

interface CardFrameProps {
  formUrl: string;
  /** What is so, and stays so, while the form does not load. */
  reassurance: string;
  onCard: (card: Card) => void;
}

const slowMs = 8_000;

/**
 * The payment company's own form in a frame: what is typed there never reaches our pages. It is told which origin
 * embeds it, so that it answers to us only, and we listen to that frame only.
 */
export const CardFrame = ({ formUrl, reassurance, onCard }: CardFrameProps) => {
  const t = useTranslations('payment');
  const locale = useLocale();
  const frame = useRef<HTMLIFrameElement>(null);
  const [src, setSrc] = useState<string>();
  const [height, setHeight] = useState<number>();
  const [state, setState] = useState<'idle' | 'asking' | 'absent'>('idle');
  const [loads, setLoads] = useState(1);
  const take = useRef(onCard);
  useEffect(() => {
    take.current = onCard;
  });

  useEffect(() => {
    const url = new URL(formUrl);
    url.searchParams.set('origin', window.location.origin);
    url.searchParams.set('language', locale);
    const timer = setTimeout(() => setState('absent'), slowMs);
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== url.origin || event.source !== frame.current?.contentWindow) return;
      const message = parsePaymentMessage(event.data);
      if (!message) return;
      clearTimeout(timer);
      setState('idle');
      if (message.type === 'height') setHeight(message.height);
      if (message.type === 'token') take.current(message.card);
    };
    window.addEventListener('message', listen);
    setSrc(url.href);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
    };
  }, [formUrl, loads, locale]);

  const loadAgain = () => {
    setState('idle');
    setHeight(undefined);
    setLoads(loads + 1);
  };

  const ask = () => {
    setState('asking');
    frame.current?.contentWindow?.postMessage({ type: 'quayside-payment:submit' }, new URL(formUrl).origin);
  };

  return (
    <div className="space-y-4">
      {/* Out of sight while it does not load, and not gone: a slow form shows itself when it arrives. */}
      <div
        className={
          state === 'absent' ? 'invisible h-0 overflow-hidden' : 'border border-rule bg-white p-4 sm:p-5'
        }
      >
        {src && (
          <iframe
            key={loads}
            ref={frame}
            src={src}
            title={t('frame')}
            height={(height ?? 260) + 8}
            sandbox="allow-scripts allow-same-origin allow-forms"
            allow="payment"
            className="block w-full"
          />
        )}
      </div>
      {state === 'absent' ? (
        <Notice look="trouble" title={t('absent')} live>
          <p className="mb-3">{reassurance}</p>
          <button type="button" onClick={loadAgain} className={button('primary')}>
            {t('again')}
          </button>
        </Notice>
      ) : (
        <button
          type="button"
          onClick={ask}
          disabled={height === undefined}
          aria-disabled={state === 'asking'}
          className={button('primary', 'w-full sm:w-auto sm:px-9')}
        >
          {state === 'asking' ? t('checking') : t('use')}
        </button>
      )}
      <p className="text-sm text-ink-faint">{t('privacy')}</p>
    </div>
  );
};
