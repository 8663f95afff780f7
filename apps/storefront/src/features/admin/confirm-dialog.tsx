'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { button } from '../../ui/button.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { dialogLook, overlayLook } from './dialog-look.ts';

interface ConfirmDialogProps {
  isOpen: boolean;
  flag: string;
  title: string;
  children: ReactNode;
  confirm: string;
  cancel?: string;
  isDangerous?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <AlertDialog.Root open={props.isOpen} onOpenChange={(isOpen) => !isOpen && props.onCancel()}>
    <AlertDialog.Portal>
      <AlertDialog.Overlay className={overlayLook} />
      <AlertDialog.Content className={`${dialogLook} max-w-md`}>
        <AlertDialog.Title className="flex items-center gap-3 text-2xl">
          <SignalFlag of={props.flag} className="h-6 w-6" />
          {props.title}
        </AlertDialog.Title>
        <AlertDialog.Description className="mt-3 text-ink-soft">{props.children}</AlertDialog.Description>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <AlertDialog.Cancel className={button('quiet')}>{props.cancel ?? 'Cancel'}</AlertDialog.Cancel>
          <AlertDialog.Action
            onClick={props.onConfirm}
            className={button(
              'primary',
              props.isDangerous && 'bg-flag-red! text-white! hover:bg-ink! hover:text-sheet!',
            )}
          >
            {props.confirm}
          </AlertDialog.Action>
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  </AlertDialog.Root>
);
