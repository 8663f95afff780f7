import { createTranslator } from 'next-intl';
import type { Locale } from './locales.ts';
import de from './messages/de.ts';
import en, { type Messages } from './messages/en.ts';
import type { Words } from './words.ts';

/** The messages of a part for a test, as a component gets them. */
export const wordsIn = <Part extends keyof Messages>(locale: Locale, part: Part): Words<Part> =>
  createTranslator({ locale, messages: { en, de }[locale], namespace: part }) as unknown as Words<Part>;
