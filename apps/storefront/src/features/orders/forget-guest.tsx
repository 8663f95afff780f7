'use client';

import { Dialog } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { forgetGuest } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';

/** Deletes what is kept of a guest; the address is typed, so that a mail that was passed on does not do it by accident. */
export const ForgetGuest = ({ id, link }: { id: string; link: string }) => {
  const [trouble, setTrouble] = useState<string>();
  const [isAsking, setAsking] = useState(false);

  const forget = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('guest-email')).trim();
    if (email === '') return setTrouble('Type the e-mail address of the order.');
    setAsking(true);
    const result = await forgetGuest(id, email, link);
    setAsking(false);
    if (result.ok) {
      sessionStorage.clear();
      return location.assign('/orders/forgotten');
    }
    setTrouble(
      result.problem.code === 'email-differs'
        ? 'The order was placed with another address.'
        : 'That did not work. Please try again.',
    );
  };

  return (
    <Dialog.Root onOpenChange={() => setTrouble(undefined)}>
      <Dialog.Trigger className={button('bare')}>Delete my data</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/45" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 border border-ink bg-sheet p-7">
          <Dialog.Title className="text-2xl">Delete your data?</Dialog.Title>
          <Dialog.Description className="mt-3 text-ink-soft">
            We forget name, address and e-mail address in all that you ordered as a guest with this address.
            What has not left yet is cancelled, and its money goes back. The links in our mails stop working.
          </Dialog.Description>
          <form noValidate onSubmit={(event) => void forget(event)} className="mt-6 space-y-6">
            <Field
              label="E-mail address of the order"
              name="guest-email"
              type="email"
              autoComplete="email"
              error={trouble}
            />
            <div className="flex flex-wrap gap-3">
              <button className={button('primary', 'grow')} aria-disabled={isAsking}>
                Delete my data
              </button>
              <Dialog.Close className={button('quiet', 'grow')}>Keep it</Dialog.Close>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
