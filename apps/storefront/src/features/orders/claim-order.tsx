'use client';

import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { claimGuestOrder } from '../../api/browser/orders.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';

/** For whoever is signed in and ordered without being so. */
export const ClaimOrder = ({ id, link }: { id: string; link: string }) => {
  const t = useTranslations('orders.guest');
  const pathIn = usePathIn();
  const [trouble, setTrouble] = useState('');
  const claim = async () => {
    const result = await claimGuestOrder(id, link);
    if (result.ok) return location.assign(pathIn(`/orders/${id}`));
    const { code } = result.problem;
    setTrouble(t(code === 'email-differs' || code === 'email-not-confirmed' ? code : 'failed'));
  };
  return (
    <>
      <button type="button" onClick={() => void claim()} className={button('quiet')}>
        {t('claim')}
      </button>
      <span role="status" className="basis-full text-sm text-flag-red empty:hidden">
        {trouble}
      </span>
    </>
  );
};
