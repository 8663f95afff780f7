'use client';

import type { Role } from '@quayside/contracts';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { overlayLook } from '../dialog-look.ts';
import type { PlaceGroup } from '../frame/places.ts';
import { PaletteList } from './palette-list.tsx';

interface CommandPaletteProps {
  groups: readonly PlaceGroup[];
  roles: readonly Role[];
}

/** Goes to a page, an order or a product by what is typed: Ctrl K, ⌘ K, or the button. */
export const CommandPalette = ({ groups, roles }: CommandPaletteProps) => {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-keyshortcuts="Control+K Meta+K"
        className="inline-flex h-11 items-center gap-2 border border-ink px-3 text-sm hover:bg-shoal max-lg:w-11 max-lg:justify-center max-lg:px-0 lg:w-full lg:border-rule-strong lg:bg-sheet lg:text-ink-soft"
      >
        <Search size={18} aria-hidden />
        <span className="max-lg:sr-only">Go to …</span>
        <kbd aria-hidden className="figures ml-auto border border-rule px-1.5 text-xs max-lg:hidden">
          Ctrl K
        </kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayLook} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[8vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 border border-ink bg-paper shadow-[6px_6px_0_var(--color-shoal-deep)] outline-none"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <PaletteList groups={groups} roles={roles} onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
