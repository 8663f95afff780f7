'use client';

import type { AccountSession } from '@quayside/contracts';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { stepUpCode } from '../../api/browser/step-up.ts';
import type { Result } from '../../api/result.ts';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Where the account is signed in, and what ends that; whoever signed in some time ago shows first that it is them. */
export const SignedInDevices = ({ sessions: read }: { sessions: readonly AccountSession[] }) => {
  const t = useTranslations('account.devices');
  const pathIn = usePathIn();
  const [sessions, setSessions] = useState(read);
  const [trouble, setTrouble] = useState<'none' | 'failed' | 'asked'>('none');
  const note = (ended: Result<unknown>) => {
    if (ended.ok) setTrouble('none');
    else setTrouble(ended.problem.code === stepUpCode ? 'asked' : 'failed');
  };

  const end = async ({ id }: AccountSession) => {
    const ended = await callApi('DELETE /api/v1/account/sessions/:id', { params: { id } });
    note(ended);
    if (ended.ok) setSessions((known) => known.filter((session) => session.id !== id));
  };
  const endAll = async () => {
    const ended = await callApi('DELETE /api/v1/account/sessions', {});
    if (ended.ok) window.location.assign(pathIn('/'));
    else note(ended);
  };

  return (
    <div className="flex flex-col items-start gap-5">
      <ul className="w-full max-w-prose divide-y divide-rule border-y border-rule">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">
                {session.device}
                {session.isThis && (
                  <span className="ml-2 text-sm font-semibold text-glass-dark">{t('thisOne')}</span>
                )}
              </p>
              <p className="text-sm text-ink-soft">
                {session.signedInAt
                  ? t.rich('since', {
                      time: () => <LocalTime at={session.signedInAt ?? ''} />,
                      address: session.address ?? '',
                    })
                  : t('forSomeTime')}
              </p>
            </div>
            {!session.isThis && (
              <button type="button" onClick={() => void end(session)} className={button('bare')}>
                {t('signOut')} <span className="sr-only">{session.device}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {trouble === 'failed' && <Notice look="trouble" title={t('failed')} live />}
      {trouble === 'asked' && (
        <Notice title={t('isItYou')} live>
          <p className="mb-3">{t('asked')}</p>
          <a href={signInPath(pathIn('/account#devices'), 'recent')} className={button('primary')}>
            {t('signInAgain')}
          </a>
        </Notice>
      )}
      <button type="button" onClick={() => void endAll()} className={button('quiet')}>
        {t('everywhere')}
      </button>
    </div>
  );
};
