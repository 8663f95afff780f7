import { z } from 'zod';

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** `SHOP_TIME_ZONE`, for a process that knows days. */
export const timeZoneConfig = {
  SHOP_TIME_ZONE: z
    .string()
    .refine((zone) => isTimeZone(zone), 'must be a time zone of IANA, such as Europe/Vienna')
    .default('UTC')
    .describe(
      'where a day begins, on invoices and in the sales figures, and by whose clock mails tell the time; a change holds from then on',
    ),
};

/** The day of ISO 8601 that an instant is on in a time zone of IANA. */
export const dayIn = (timeZone: string, instant: Date): string =>
  // Sweden writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
