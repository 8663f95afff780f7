'use client';

import { useSyncExternalStore } from 'react';

const format = (at: string, hasYear: boolean, timeZone?: string) =>
  new Intl.DateTimeFormat('en-US', {
    month: 'short',
    day: 'numeric',
    ...(hasYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone && { timeZone, timeZoneName: 'short' }),
  }).format(new Date(at));

const never = () => () => {};

/** A moment in the reader's own time zone; the server, which does not know it, writes UTC and says so. */
export const LocalTime = ({ at, withYear = false }: { at: string; withYear?: boolean }) => (
  <time dateTime={at}>
    {useSyncExternalStore(
      never,
      () => format(at, withYear),
      () => format(at, withYear, 'UTC'),
    )}
  </time>
);
