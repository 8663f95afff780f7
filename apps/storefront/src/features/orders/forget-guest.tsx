'use client';

import { Dialog } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'next-intl';
import { forgetGuest } from '../../api/browser/orders.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';

/** Deletes what is kept of a guest; the address is typed, so that a mail that was passed on does not do it by accident. */
export const ForgetGuest = ({ id, link }: { id: string; link: string }) => {
  const t = useTranslations('orders.forgetting');
  const pathIn = usePathIn();
  const [trouble, setTrouble] = useState<string>();
  const [isAsking, setAsking] = useState(false);

  const forget = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('guest-email')).trim();
    if (email === '') return setTrouble(t('typeIt'));
    setAsking(true);
    const result = await forgetGuest(id, email, link);
    setAsking(false);
    if (result.ok) {
      sessionStorage.clear();
      return location.assign(pathIn('/orders/forgotten'));
    }
    setTrouble(result.problem.code === 'email-differs' ? t('differs') : t('failed'));
  };

  return (
    <Dialog.Root onOpenChange={() => setTrouble(undefined)}>
      <Dialog.Trigger className={button('bare')}>{t('do')}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/45" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 border border-ink bg-sheet p-7">
          <Dialog.Title className="text-2xl">{t('title')}</Dialog.Title>
          <Dialog.Description className="mt-3 text-ink-soft">{t('what')}</Dialog.Description>
          <form noValidate onSubmit={(event) => void forget(event)} className="mt-6 space-y-6">
            <Field label={t('email')} name="guest-email" type="email" autoComplete="email" error={trouble} />
            <div className="flex flex-wrap gap-3">
              <button className={button('primary', 'grow')} aria-disabled={isAsking}>
                {t('do')}
              </button>
              <Dialog.Close className={button('quiet', 'grow')}>{t('keep')}</Dialog.Close>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
