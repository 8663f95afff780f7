import { useLocale } from 'next-intl';
import { formatTag } from '../i18n/locales.ts';

const format = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;

/** A day of the calendar, such as that of an invoice: the same wherever it is read. */
export const CalendarDay = ({ day }: { day: string }) => (
  <time dateTime={day}>{new Date(day).toLocaleDateString(formatTag(useLocale()), format)}</time>
);
