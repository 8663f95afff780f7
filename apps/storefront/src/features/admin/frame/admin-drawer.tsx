'use client';

import { Menu, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { overlayLook } from '../dialog-look.ts';
import { AdminNav } from './admin-nav.tsx';
import type { PlaceGroup } from './places.ts';

/** The navigation of a phone: it comes in from the edge, and goes when a place was chosen. */
export const AdminDrawer = ({ groups, children }: { groups: readonly PlaceGroup[]; children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="inline-flex h-11 w-11 items-center justify-center border border-ink">
        <Menu size={20} aria-hidden />
        <span className="sr-only">Menu</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayLook} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(20rem,85vw)] flex-col overflow-y-auto border-l border-ink bg-land p-4 outline-none"
        >
          <div className="mb-4 flex items-center justify-between">
            <Dialog.Title className="text-2xl">Back office</Dialog.Title>
            <Dialog.Close className="inline-flex h-11 w-11 items-center justify-center">
              <X size={20} aria-hidden />
              <span className="sr-only">Close the menu</span>
            </Dialog.Close>
          </div>
          <AdminNav groups={groups} onGo={() => setOpen(false)} />
          <div className="mt-auto border-t border-rule-strong pt-4">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
