import type { ItemType } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { listingHref, nothingChosen } from './listing-query.ts';
import { shelfOf } from './shelves.ts';

/** Each department flies its initial. */
export const TypeLinks = ({ types }: { types: ItemType[] }) => {
  const t = useTranslations('catalog');
  const locale = useLocale();
  return (
    <nav aria-label={t('departments')} className="border-b border-rule">
      <ul className="mx-auto grid max-w-chart grid-cols-2 gap-x-4 gap-y-1.5 px-4 py-3 sm:px-6 md:grid-cols-4">
        {types.map((type) => (
          <li key={type.id}>
            <AppLink
              href={listingHref({ ...nothingChosen, ...shelfOf(locale, [type]) })}
              className="group flex min-h-14 items-center gap-3 font-serif text-lg leading-tight"
            >
              <SignalFlag
                of={type.name}
                className="h-7 w-7 transition-transform group-hover:-translate-y-0.5"
              />
              <span className="min-w-0 hyphens-auto wrap-anywhere underline-offset-4 group-hover:underline">
                {type.name}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
