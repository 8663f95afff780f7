const format = new Intl.DateTimeFormat('en-US', {
  ...{ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
});

/** A day of the calendar, such as that of an invoice: the same wherever it is read. */
export const CalendarDay = ({ day }: { day: string }) => (
  <time dateTime={day}>{format.format(new Date(day))}</time>
);
