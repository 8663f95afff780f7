'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatTag } from '../i18n/locales.ts';

const format = (locale: string, at: string, hasYear: boolean, timeZone?: string) =>
  new Intl.DateTimeFormat(formatTag(locale), {
    month: 'short',
    day: 'numeric',
    ...(hasYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone && { timeZone, timeZoneName: 'short' }),
  }).format(new Date(at));

const never = () => () => {};

/** A moment in the reader's own time zone; the server, which does not know it, writes UTC and says so. */
export const LocalTime = ({ at, withYear = false }: { at: string; withYear?: boolean }) => {
  const locale = useLocale();
  return (
    <time dateTime={at}>
      {useSyncExternalStore(
        never,
        () => format(locale, at, withYear),
        () => format(locale, at, withYear, 'UTC'),
      )}
    </time>
  );
};
