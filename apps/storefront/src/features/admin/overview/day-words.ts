const words = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** A day of ISO 8601 as people say it: "Mar 9". */
export const dayWords = (day: string): string => words.format(Date.parse(day));
