'use client';

import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { onStepUpAsked, stepUpChannel } from '../../../api/browser/step-up.ts';
import { signInPath } from '../../../api/sign-in-path.ts';
import { button } from '../../../ui/button.ts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';

const signInAgain = signInPath('/admin/confirmed', 'recent');

/**
 * Asks whoever is here to show once more that it is them, in a window of its own: what was typed on the page stays, and what
 * was asked for goes on as soon as it is shown.
 */
export const StepUpDialog = () => {
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<(isShown: boolean) => void>(undefined);

  useEffect(() => {
    const settle = (isShown: boolean) => {
      answer.current?.(isShown);
      answer.current = undefined;
      setOpen(false);
    };
    const channel = new BroadcastChannel(stepUpChannel);
    channel.onmessage = () => settle(true);
    const forget = onStepUpAsked(() => {
      answer.current?.(false);
      setOpen(true);
      return new Promise((resolve) => (answer.current = resolve));
    });
    return () => {
      forget();
      channel.close();
      settle(false);
    };
  }, []);

  const leave = () => {
    answer.current?.(false);
    answer.current = undefined;
    setOpen(false);
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-60 bg-[#0a1624]/55" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-70 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 border border-ink bg-paper p-6 shadow-[6px_6px_0_var(--color-shoal-deep)] outline-none">
          <Dialog.Title className="flex items-center gap-3 text-2xl">
            <SignalFlag of="I" className="h-6 w-6" />
            Is it you?
          </Dialog.Title>
          <Dialog.Description className="mt-3 text-ink-soft">
            This is asked for where you signed in more than a quarter of an hour ago. It opens a window; what
            you were about to do stays here, and goes on by itself.
          </Dialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Dialog.Close className={button('quiet')}>Leave it</Dialog.Close>
            <a href={signInAgain} target="quayside-step-up" rel="opener" className={button('primary')}>
              Sign in once more
            </a>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
