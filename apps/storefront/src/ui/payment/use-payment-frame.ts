'use client';

import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { messageOfFrame, type PaymentMessage } from './payment-message.ts';

const slowMs = 8_000;

/**
 * A frame of the payment company: what is typed there never reaches our pages. It is told which origin embeds it, so that
 * it answers to us only, and we listen to that frame only.
 */
export const usePaymentFrame = (url: string, onMessage: (message: PaymentMessage) => void) => {
  const locale = useLocale();
  const frame = useRef<HTMLIFrameElement>(null);
  const [src, setSrc] = useState<string>();
  const [height, setHeight] = useState<number>();
  const [isAbsent, setAbsent] = useState(false);
  const [loads, setLoads] = useState(1);
  const take = useRef(onMessage);
  useEffect(() => {
    take.current = onMessage;
  });

  useEffect(() => {
    const address = new URL(url);
    address.searchParams.set('origin', window.location.origin);
    address.searchParams.set('language', locale);
    const timer = setTimeout(() => setAbsent(true), slowMs);
    const listen = (event: MessageEvent<unknown>) => {
      const message = messageOfFrame(event, {
        origin: address.origin,
        window: frame.current?.contentWindow,
      });
      if (!message) return;
      clearTimeout(timer);
      setAbsent(false);
      if (message.type === 'height') setHeight(message.height);
      take.current(message);
    };
    window.addEventListener('message', listen);
    setSrc(address.href);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('message', listen);
    };
  }, [url, loads, locale]);

  return {
    ...{ frame, src, height, isAbsent, loads },
    loadAgain: () => {
      setAbsent(false);
      setHeight(undefined);
      setLoads(loads + 1);
    },
    tell: (message: object) => frame.current?.contentWindow?.postMessage(message, new URL(url).origin),
  };
};
