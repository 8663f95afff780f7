'use client';

import { useSyncExternalStore } from 'react';

const format = (at: string, timeZone?: string) =>
  new Intl.DateTimeFormat('en-US', {
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...(timeZone && { timeZone }),
  }).format(new Date(at));

const never = () => () => {};

/** A day with its year, in the reader's own time zone; the server, which does not know it, takes UTC. */
export const LocalDay = ({ at }: { at: string }) => (
  <time dateTime={at}>
    {useSyncExternalStore(
      never,
      () => format(at),
      () => format(at, 'UTC'),
    )}
  </time>
);
