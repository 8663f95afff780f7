'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { placeAt, type PlaceGroup } from './places.ts';

interface AdminNavProps {
  groups: readonly PlaceGroup[];
  onGo?: () => void;
}

export const AdminNav = ({ groups, onGo }: AdminNavProps) => {
  const here = placeAt(usePathname(), groups);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here?.href]);
  return (
    <nav ref={nav} aria-label="Administration" className="grid gap-5">
      {groups.map(({ label, places }) => (
        <section key={label} aria-label={label}>
          <p className="marginalia mb-1 px-3 text-ink-soft">{label}</p>
          <ul className="grid gap-0.5">
            {places.map(({ href, label: name, flag }) => {
              const isHere = here?.href === href;
              return (
                <li key={href}>
                  <AppLink
                    href={href}
                    {...(onGo && { onClick: onGo })}
                    aria-current={isHere ? 'page' : undefined}
                    className={classNames(
                      'flex min-h-11 items-center gap-3 rounded-sm px-3 font-medium whitespace-nowrap lg:min-h-10',
                      isHere ? 'bg-ink text-sheet' : 'hover:bg-shoal',
                    )}
                  >
                    <SignalFlag of={flag} className="h-5 w-5" />
                    {name}
                  </AppLink>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
};
