'use client';

import { useSyncExternalStore } from 'react';

const format = (at: string, timeZone?: string) =>
  new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone && { timeZone, timeZoneName: 'short' }),
  }).format(new Date(at));

const never = () => () => {};

/** A moment in the reader's own time zone; the server, which does not know it, writes UTC and says so. */
export const LocalTime = ({ at }: { at: string }) => (
  <time dateTime={at}>
    {useSyncExternalStore(
      never,
      () => format(at),
      () => format(at, 'UTC'),
    )}
  </time>
);
