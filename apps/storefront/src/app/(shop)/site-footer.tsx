import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { FlagString } from '../../ui/flag-string.tsx';
import { LanguageLinks } from './language-links.tsx';

const pages = [
  ['/catalog', 'catalog'],
  ['/wishlist', 'wishlist'],
  ['/orders', 'yourOrders'],
  ['/orders/find', 'findOrder'],
  ['/account', 'yourAccount'],
  ['/delivery-and-returns', 'delivery'],
  ['/contact', 'contact'],
  ['/size-guide', 'sizeGuide'],
  ['/about', 'about'],
  ['/terms', 'terms'],
  ['/privacy', 'privacy'],
  ['/cookies', 'cookies'],
] as const;

export const SiteFooter = () => {
  const t = useTranslations('frame');
  return (
    <footer className="mt-24 border-t border-ink bg-land">
      <div className="mx-auto grid max-w-chart gap-8 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto] md:items-end">
        <div>
          <FlagString word="QUAYSIDE" />
          <p className="mt-5 max-w-prose text-sm text-ink-soft">{t('reference')}</p>
          <Suspense>
            <LanguageLinks />
          </Suspense>
        </div>
        <nav aria-label={t('footer')}>
          <ul className="grid grid-cols-2 gap-x-10 gap-y-2 font-medium sm:grid-cols-3">
            {pages.map(([href, name]) => (
              <li key={href}>
                <AppLink href={href} className="underline-offset-4 hover:underline">
                  {t(name)}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
};
