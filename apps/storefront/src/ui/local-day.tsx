'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { formatTag } from '../i18n/locales.ts';

const format = (locale: string, at: string, timeZone?: string) =>
  new Intl.DateTimeFormat(formatTag(locale), {
    ...{ year: 'numeric', month: 'short', day: 'numeric' },
    ...(timeZone && { timeZone }),
  }).format(new Date(at));

const never = () => () => {};

/** A day with its year, in the reader's own time zone; the server, which does not know it, takes UTC. */
export const LocalDay = ({ at }: { at: string }) => {
  const locale = useLocale();
  return (
    <time dateTime={at}>
      {useSyncExternalStore(
        never,
        () => format(locale, at),
        () => format(locale, at, 'UTC'),
      )}
    </time>
  );
};
