'use client';

import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { onStepUpAsked, stepUpChannel } from '../../../api/browser/step-up.ts';
import { signInPath } from '../../../api/sign-in-path.ts';
import { button } from '../../../ui/button.ts';
import { DialogFrame } from '../dialog-frame.tsx';

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
      <DialogFrame
        flag="I"
        title="Is it you?"
        width="max-w-md"
        isAbove
        description="This is asked for where you signed in more than a quarter of an hour ago. It opens a window; what you were about to do stays here, and goes on by itself."
      >
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Dialog.Close className={button('quiet')}>Leave it</Dialog.Close>
          <a href={signInAgain} target="quayside-step-up" rel="opener" className={button('primary')}>
            Sign in once more
          </a>
        </div>
      </DialogFrame>
    </Dialog.Root>
  );
};
