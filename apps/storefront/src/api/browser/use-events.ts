'use client';

import { useEffect, useRef } from 'react';

type Handlers = Record<string, (data: string) => void>;

/**
 * Listens to Server-Sent Events of our origin while the page is visible; a hidden tab gives its connection back.
 *
 * Without a path it listens to nothing. `onMissed` is called each time the stream opens, also after a break: whatever happened before it is not
 * repeated by the server, so the caller reads its state anew. Where the stream is refused, as when there are too many, it is called with each
 * further try, so that the caller asks at intervals of half a minute at most.
 */
export const useEvents = (path: string | undefined, handlers: Handlers, onMissed: () => void): void => {
  const current = useRef({ handlers, onMissed });
  useEffect(() => {
    current.current = { handlers, onMissed };
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
        current.current.onMissed();
      };
      source.onerror = () => {
        // The browser reconnects by itself after a break, but gives up for good on an error answer.
        if (source?.readyState !== EventSource.CLOSED) return;
        failures += 1;
        const delay = Math.min(30_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2);
        retry = setTimeout(() => {
          if (failures > 1) current.current.onMissed();
          open();
        }, delay);
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
