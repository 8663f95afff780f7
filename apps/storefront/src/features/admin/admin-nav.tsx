'use client';

import { usePathname } from 'next/navigation';
import { AppLink } from '../../ui/app-link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';

const places = [
  { href: '/admin', label: 'Prices', flag: 'P' },
  { href: '/admin/brands', label: 'Brands', flag: 'B' },
  { href: '/admin/categories', label: 'Categories', flag: 'C' },
  { href: '/admin/audit', label: 'Audit log', flag: 'A' },
] as const;

/** On a phone a row that can be pushed sideways, else a column along the edge. */
export const AdminNav = () => {
  const pathname = usePathname();
  const isHere = (href: string) =>
    pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`));
  return (
    <nav aria-label="Administration" className="max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4">
      <ul className="flex gap-1 lg:flex-col">
        {places.map(({ href, label, flag }) => (
          <li key={href}>
            <AppLink
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center gap-3 rounded-sm px-3 font-medium whitespace-nowrap',
                isHere(href) ? 'bg-ink text-sheet' : 'hover:bg-shoal',
              )}
            >
              <SignalFlag of={flag} className="h-5 w-5" />
              {label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
