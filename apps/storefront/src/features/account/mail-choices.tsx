'use client';

import type { MailChoices as Choices } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseMails } from '../../api/browser/mail-choices.ts';
import { useWaking } from '../../ui/use-waking.ts';

/** Which mails come beside those that have to. */
export const MailChoices = ({ choices }: { choices: Choices }) => {
  const t = useTranslations('waiting');
  const [reviewRequests, setReviewRequests] = useState(choices.reviewRequests);
  const [said, setSaid] = useState('');
  const waking = useWaking();
  const choose = async (wanted: boolean) => {
    setReviewRequests(wanted);
    setSaid('');
    const result = await chooseMails({ reviewRequests: wanted });
    if (!result.ok) setReviewRequests(!wanted);
    setSaid(result.ok ? t('kept') : t('failed'));
  };
  return (
    <div className="max-w-prose">
      <label className="flex min-h-11 items-center gap-3">
        <input
          {...waking}
          type="checkbox"
          checked={reviewRequests}
          onChange={({ target }) => void choose(target.checked)}
          className="h-[1.1rem] w-[1.1rem] accent-ink"
        />
        <span>{t('reviewRequests')}</span>
      </label>
      <p className="text-sm text-ink-soft">{t('always')}</p>
      <p role="status" className="min-h-6 text-sm">
        {said}
      </p>
    </div>
  );
};
