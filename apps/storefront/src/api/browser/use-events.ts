'use client';

import { useEffect, useRef } from 'react';

type Handlers = Record<string, (data: string) => void>;

/**
 * Listens to Server-Sent Events of our origin while the page is visible; a hidden tab gives its connection back.
 *
 * Without a path it listens to nothing. `onConnected` is called each time the stream opens, also after a break: whatever happened before it is not
 * repeated by the server, so the caller reads its state anew.
 */
export const useEvents = (path: string | undefined, handlers: Handlers, onConnected: () => void): void => {
  const current = useRef({ handlers, onConnected });
  useEffect(() => {
    current.current = { handlers, onConnected };
  });

  useEffect(() => {
    if (path === undefined) return undefined;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;

    const open = () => {
      clearTimeout(retry);
      source = new EventSource(path);
      source.onopen = () => {
        failures = 0;
        current.current.onConnected();
      };
      source.onerror = () => {
        // The browser reconnects by itself after a break, but gives up for good on an error answer.
        if (source?.readyState !== EventSource.CLOSED) return;
        failures += 1;
        retry = setTimeout(open, Math.min(30_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2));
      };
      for (const name of Object.keys(current.current.handlers))
        source.addEventListener(name, (event: MessageEvent<string>) =>
          current.current.handlers[name]?.(event.data),
        );
    };
    const close = () => {
      clearTimeout(retry);
      source?.close();
    };
    const onVisibility = () => {
      close();
      if (document.visibilityState === 'visible') open();
    };

    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      close();
    };
  }, [path]);
};
