'use client';

import type { OrderMail, StaffOrder } from '@quayside/contracts';
import { useCallback, useEffect, useState } from 'react';
import { fetchOrderMails } from '../../../api/browser/order-mails.ts';

const soonMs = 1_500;
const looks = 4;

/** Mails follow what happens to an order within moments, without a word to this page: looks some times after each. */
export const useOrderMails = ({ id, version }: Pick<StaffOrder, 'id' | 'version'>) => {
  const [mails, setMails] = useState<readonly OrderMail[]>([]);
  const [isAway, setAway] = useState(false);
  const [round, setRound] = useState(0);
  const lookAgain = useCallback(() => setRound((now) => now + 1), []);

  useEffect(() => {
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (left: number): Promise<void> => {
      const result = await fetchOrderMails(id);
      if (isLeft) return;
      setAway(!result.ok);
      if (result.ok) setMails(result.data.items);
      if (left > 0) timer = setTimeout(() => void look(left - 1), soonMs);
    };
    void look(looks);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [id, version, round]);

  return { mails, isAway, lookAgain };
};
