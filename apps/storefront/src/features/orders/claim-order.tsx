'use client';

import { useState } from 'react';
import { claimGuestOrder } from '../../api/browser/orders.ts';
import { button } from '../../ui/button.ts';

const words: Readonly<Record<string, string>> = {
  'email-differs': 'It was ordered with another e-mail address than that of your account.',
  'email-not-confirmed':
    'Please confirm the e-mail address of your account first: the link is in our mail to you.',
};

/** For whoever is signed in and ordered without being so. */
export const ClaimOrder = ({ id, link }: { id: string; link: string }) => {
  const [trouble, setTrouble] = useState('');
  const claim = async () => {
    const result = await claimGuestOrder(id, link);
    if (result.ok) return location.assign(`/orders/${id}`);
    setTrouble(words[result.problem.code] ?? 'That did not work. Please try again.');
  };
  return (
    <>
      <button type="button" onClick={() => void claim()} className={button('quiet')}>
        Put it in my account
      </button>
      <span role="status" className="basis-full text-sm text-flag-red empty:hidden">
        {trouble}
      </span>
    </>
  );
};
