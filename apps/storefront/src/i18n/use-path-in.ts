import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { pathIn } from './paths.ts';

/** Where a page stands in the language of the page that is shown. */
export const usePathIn = (): ((href: string) => string) => {
  const locale = useLocale();
  return useCallback((href: string) => pathIn(locale, href), [locale]);
};
