'use client';

import { LogOut, User } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { signOut } from './sign-out.ts';

interface AccountMenuProps {
  name: string;
  email: string;
  isStaff: boolean;
}

const entry =
  'flex min-h-11 items-center gap-3 px-4 text-[0.95rem] outline-none data-highlighted:bg-ink data-highlighted:text-sheet cursor-pointer';

export const AccountMenu = ({ name, email, isStaff }: AccountMenuProps) => {
  const t = useTranslations('frame');
  const [failed, setFailed] = useState(false);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="flex h-11 items-center gap-2 rounded-sm px-2 font-medium hover:bg-land">
        <User size={20} aria-hidden />
        <span className="max-w-28 truncate max-sm:sr-only">{name.split(' ')[0]}</span>
        <span className="sr-only">{t('yourAccountLabel')}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-40 w-64 border border-ink bg-sheet py-1 shadow-[4px_4px_0_var(--color-shoal-deep)]"
        >
          <DropdownMenu.Label className="border-b border-rule px-4 pt-2 pb-3">
            <span className="block font-semibold wrap-anywhere">{name}</span>
            <span className="block text-sm wrap-anywhere text-ink-faint">{email}</span>
          </DropdownMenu.Label>
          <DropdownMenu.Item asChild className={entry}>
            <AppLink href="/orders">{t('yourOrders')}</AppLink>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild className={entry}>
            <AppLink href="/account">{t('yourAccount')}</AppLink>
          </DropdownMenu.Item>
          {isStaff && (
            <DropdownMenu.Item asChild className={entry}>
              <AppLink href="/admin">{t('runTheShop')}</AppLink>
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Separator className="my-1 h-px bg-rule" />
          <DropdownMenu.Item
            className={entry}
            onSelect={(event) => {
              event.preventDefault();
              void signOut().then((done) => setFailed(!done));
            }}
          >
            <LogOut size={18} aria-hidden /> {failed ? t('signOutFailed') : t('signOut')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
