import type { Words } from '../i18n/words.ts';

/** "3–5 working days", or nothing where nothing is promised. */
export const promiseOf = (
  days: { min: number; max: number } | undefined,
  t: Words<'price'>,
): string | undefined => {
  if (!days) return undefined;
  return days.min === days.max ? t('days', { days: days.max }) : t('daysBetween', days);
};
