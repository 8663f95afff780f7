'use client';

import { LogIn } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { signInPath } from '../../api/sign-in-path.ts';
import { samePageIn } from '../../i18n/paths.ts';

/** Leaves the shop for the sign-in page, so it is a plain link; afterwards the shopper is back where they were. */
export const SignInLink = () => {
  const t = useTranslations('frame');
  // The server, which answers for another path than the address has, and the browser agree on this.
  const here = samePageIn(useLocale(), usePathname());
  return (
    <a
      href={signInPath(here)}
      // The query is known in the browser only.
      onClick={(event) => {
        event.currentTarget.href = signInPath(window.location.pathname + window.location.search);
      }}
      className="flex h-11 items-center gap-2 rounded-sm px-2 font-medium hover:bg-land"
    >
      <LogIn size={20} aria-hidden />
      <span className="max-sm:sr-only">{t('signIn')}</span>
    </a>
  );
};
