import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

interface DialogFrameProps {
  title: ReactNode;
  width?: 'max-w-md' | 'max-w-lg';
  children: ReactNode;
}

/** What of a dialog stands over the page: its title, and below it what is asked. */
export const DialogFrame = ({ title, width = 'max-w-lg', children }: DialogFrameProps) => (
  <Dialog.Portal>
    <Dialog.Overlay className="fixed inset-0 z-40 bg-[#0a1624]/55" />
    <Dialog.Content
      aria-describedby={undefined}
      className={classNames(
        'fixed top-1/2 left-1/2 z-50 max-h-[92dvh] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto border border-ink bg-paper p-6 shadow-[6px_6px_0_var(--color-shoal-deep)] outline-none',
        width,
      )}
    >
      <Dialog.Title className="text-2xl">{title}</Dialog.Title>
      {children}
    </Dialog.Content>
  </Dialog.Portal>
);
