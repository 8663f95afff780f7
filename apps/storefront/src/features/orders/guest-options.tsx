'use client';

import { useTranslations } from 'next-intl';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { ClaimOrder } from './claim-order.tsx';
import { ForgetGuest } from './forget-guest.tsx';
import { useOrderLink } from './order-link.ts';

/** What somebody without an account may want of an order beyond the order itself. */
export const GuestOptions = ({ id, isSignedIn }: { id: string; isSignedIn: boolean }) => {
  const t = useTranslations('orders.guest');
  const pathIn = usePathIn();
  const link = useOrderLink();
  return (
    <div className="mt-8 space-y-4 border-t border-rule pt-5" data-testid="guest-options">
      <h2 className="text-2xl">{t('keepIt')}</h2>
      <p className="max-w-prose text-ink-soft">{isSignedIn ? t('withoutSignIn') : t('makeOne')}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {isSignedIn && link !== undefined ? (
          <ClaimOrder id={id} link={link} />
        ) : (
          <a
            href={`/auth/register?returnTo=${encodeURIComponent(pathIn(`/orders/${id}`))}`}
            className={button('quiet')}
          >
            {t('make')}
          </a>
        )}
        {link !== undefined && <ForgetGuest id={id} link={link} />}
      </div>
    </div>
  );
};
