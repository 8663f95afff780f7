import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { dialogLook, overlayLook } from './dialog-look.ts';

interface DialogFrameProps {
  title: ReactNode;
  /** Its letter in the code of signals, beside the title. */
  flag?: string;
  width?: 'max-w-md' | 'max-w-lg' | 'max-w-2xl';
  /** What is asked, for who hears the page instead of seeing it. */
  description?: ReactNode;
  /** It may be asked for from within another dialog. */
  isAbove?: boolean;
  /** Its middle scrolls, not the whole. */
  isColumn?: boolean;
  children: ReactNode;
}

/** What of a dialog stands over the page: its title, and below it what is asked. */
export const DialogFrame = ({ width = 'max-w-lg', ...props }: DialogFrameProps) => (
  <Dialog.Portal>
    <Dialog.Overlay className={classNames(overlayLook, props.isAbove && 'z-60!')} />
    <Dialog.Content
      {...(!props.description && { 'aria-describedby': undefined })}
      className={classNames(dialogLook, width, props.isAbove && 'z-70!', props.isColumn && 'flex flex-col')}
    >
      <Dialog.Title className="flex items-center gap-3 text-2xl">
        {props.flag && <SignalFlag of={props.flag} className="h-6 w-6" />}
        {props.title}
      </Dialog.Title>
      {props.description && (
        <Dialog.Description className="mt-3 text-ink-soft">{props.description}</Dialog.Description>
      )}
      {props.children}
    </Dialog.Content>
  </Dialog.Portal>
);
