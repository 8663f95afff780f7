'use client';

import type { AccountSecurity } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmByPassword } from './confirm-by-password.tsx';
import { useProtectedChange } from './use-protected-change.ts';

type Asked = { readonly add: string } | { readonly remove: string };

/** Accounts at other providers that open this one: added and removed here, each with the password. */
export const OutsideSignIns = ({
  hasPassword,
  outsideProviders,
  outsideSignIns,
}: Pick<AccountSecurity, 'hasPassword' | 'outsideProviders' | 'outsideSignIns'>) => {
  const t = useTranslations('account.outside');
  const router = useRouter();
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked>();
  const change = useProtectedChange();
  if (outsideProviders.length + outsideSignIns.length === 0) return null;

  const close = () => {
    setAsked(undefined);
    change.close();
  };
  const ask = (what: Asked) => {
    setAsked(what);
    change.open();
  };
  const add = async (provider: string, password: string) => {
    const body = { provider, password, language: locale === 'de' ? ('de' as const) : ('en' as const) };
    const way = await change.send(() => callApi('POST /api/v1/account/outside-sign-ins', { body }));
    if (way) globalThis.location.assign(way.url);
  };
  const remove = async (linkId: string, password: string) => {
    await change.send(async () => {
      const removed = await callApi('POST /api/v1/account/outside-sign-ins/:linkId/removal', {
        params: { linkId },
        body: { password },
      });
      if (removed.ok) {
        close();
        router.refresh();
      }
      return removed;
    });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('outside-password') ?? '');
    if (asked) void ('add' in asked ? add(asked.add, password) : remove(asked.remove, password));
  };
  const form = (what: Asked, action: string) =>
    asked && JSON.stringify(asked) === JSON.stringify(what) ? (
      <form onSubmit={onSubmit} className="mt-3 flex w-full max-w-md flex-col gap-4">
        {change.otherFault('wrong-password') && (
          <Notice look="trouble" title={t('failed')} live>
            <p>{change.otherFault('wrong-password')}</p>
          </Notice>
        )}
        <ConfirmByPassword change={{ ...change, close }} name="outside-password" action={action} />
      </form>
    ) : null;

  return (
    <div className="flex w-full max-w-prose flex-col items-start gap-4">
      <h3 className="text-lg font-semibold">{t('title')}</h3>
      <p>{t('what')}</p>
      {outsideSignIns.length > 0 && (
        <ul className="w-full divide-y divide-rule border-y border-rule-strong">
          {outsideSignIns.map(({ id, provider, email, linkedAt, lastUsedAt }) => (
            <li key={id} className="py-3.5">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <p className="min-w-0 wrap-anywhere">
                  <strong>{provider}</strong>
                  {email && <span className="block">{email}</span>}
                  <span className="block text-sm text-ink-soft">
                    {t.rich('linked', { time: () => <LocalTime at={linkedAt} /> })}
                    {lastUsedAt && t.rich('used', { time: () => <LocalTime at={lastUsedAt} /> })}
                  </span>
                </p>
                {hasPassword && (
                  <button
                    type="button"
                    onClick={() => ask({ remove: id })}
                    className={button('bare', 'px-2')}
                  >
                    {t('remove')}
                    <span className="sr-only"> {provider}</span>
                  </button>
                )}
              </div>
              {form({ remove: id }, t('removeIt', { provider }))}
            </li>
          ))}
        </ul>
      )}
      {hasPassword ? (
        outsideProviders.map(({ id, label }) => (
          <div key={id} className="w-full">
            <button type="button" onClick={() => ask({ add: id })} className={button('quiet')}>
              {t('add', { label })}
            </button>
            {form({ add: id }, t('goOn', { label }))}
          </div>
        ))
      ) : (
        <p className="text-ink-soft">
          {t.rich('noPassword', {
            link: (words) => (
              <a href="/identity/reset" className="underline">
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </div>
  );
};
