import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Messages } from './messages/en.ts';

/** What is said of a page whose title is always the same. */
export const titled =
  (title: keyof Messages['titles'], more: Metadata = {}) =>
  async (): Promise<Metadata> => ({ ...more, title: (await getTranslations('titles'))(title) });
