'use client';

import { useLocale, useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { addressOfOther } from '../../i18n/address-of-other.ts';
import { locales } from '../../i18n/locales.ts';
import { samePageIn } from '../../i18n/paths.ts';

const names = { en: 'English', de: 'Deutsch' };

/**
 * Products and categories have a slug in each language, which the page says in its head; what leads there by another one
 * is redirected.
 */
const alternateIn = (locale: string): string | undefined => {
  const link = document.querySelector<HTMLLinkElement>(`link[rel="alternate"][hreflang="${locale}"]`);
  return link ? addressOfOther(new URL(link.href), window.location.search) : undefined;
};

/** The same page in each language. Plain links: the frame of the page is made anew. */
export const LanguageLinks = () => {
  const t = useTranslations('frame');
  const current = useLocale();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const aim = (link: HTMLAnchorElement, locale: string) => {
    const address = alternateIn(locale);
    if (address) link.href = address;
  };
  return (
    <ul aria-label={t('language')} className="mt-4 flex gap-5 text-sm font-medium">
      {locales.map((locale) => (
        <li key={locale}>
          <a
            href={`${samePageIn(locale, pathname)}${query && `?${query}`}`}
            onPointerEnter={({ currentTarget }) => aim(currentTarget, locale)}
            onFocus={({ currentTarget }) => aim(currentTarget, locale)}
            hrefLang={locale}
            lang={locale}
            aria-current={locale === current ? 'true' : undefined}
            className="inline-flex min-h-11 items-center underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:underline"
          >
            {names[locale]}
          </a>
        </li>
      ))}
    </ul>
  );
};
