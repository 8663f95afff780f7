'use client';

import { useEffect, useSyncExternalStore } from 'react';

let found: ReadonlySet<string> = new Set();
const nothing: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The reviews that the visitor said helped them, when the page was made; on the server none, so that pages are the same for all. */
export const useFoundHelpful = (): ReadonlySet<string> =>
  useSyncExternalStore(
    subscribe,
    () => found,
    () => nothing,
  );

/** Comes with the visitor's own part of the page, which may come later than the reviews. */
export const FoundHelpful = ({ ids }: { ids: readonly string[] }) => {
  useEffect(() => {
    found = new Set(ids);
    for (const listener of listeners) listener();
  }, [ids]);
  return null;
};
