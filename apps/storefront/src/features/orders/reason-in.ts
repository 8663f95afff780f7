import type { Words } from '../../i18n/words.ts';

/** What the shop itself gives as a reason; those of people are in their own words. */
const known = {
  'Cancelled by the buyer': 'byBuyer',
  'Not enough stock': 'noStock',
  'The card was declined': 'declined',
  'The payment was declined': 'declined',
  'The card was declined by its bank': 'declinedByBank',
  'The bank could not confirm that the card is yours': 'notShown',
  'The payment was refused at the bank': 'refusedAtBank',
  'The payment was not confirmed in time': 'late',
  'The payment was not confirmed': 'notConfirmed',
  'The payment details are no longer valid': 'cardOutdated',
  'Where to send it is not kept any more': 'addressGone',
} as const;

/** A reason as the language of the page has it. */
export const reasonIn = (reason: string, t: Words<'orders'>): string => {
  const key = (known as Readonly<Record<string, (typeof known)[keyof typeof known]>>)[reason];
  return key ? t(`reasons.${key}`) : reason;
};
