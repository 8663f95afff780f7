'use client';

import type { NewSecondFactor } from '@quayside/contracts';
import type { FormEvent } from 'react';
import { useTranslations } from 'next-intl';
import { callApi } from '../../api/browser/call-api.ts';
import { button } from '../../ui/button.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProtectedChange } from './use-protected-change.ts';

interface ScanCodeProps {
  factor: NewSecondFactor;
  onTurnedOn: (recoveryCodes: readonly string[]) => void;
  onCancel: () => void;
}

const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?!$)/g, '$1 ');

/** What the app has to know, as a picture and as text, and the proof that it does. */
export const ScanCode = ({ factor, onTurnedOn, onCancel }: ScanCodeProps) => {
  const t = useTranslations('account.factor');
  const { size, path } = factor.qr;
  const change = useProtectedChange();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { code: String(new FormData(event.currentTarget).get('code') ?? '') };
    const answer = await change.send(() => callApi('PUT /api/v1/account/second-factor', { body }));
    if (answer) onTurnedOn(answer.recoveryCodes);
  };

  const other = change.otherFault('code-wrong', 'malformed-request');
  return (
    <div className="flex max-w-prose flex-col items-start gap-5">
      <p>{t('scan')}</p>
      <div className="flex flex-wrap items-center gap-6">
        <svg
          viewBox={`0 0 ${size} ${size}`}
          className="size-48 border border-rule bg-white"
          role="img"
          aria-label={t('qr')}
          shapeRendering="crispEdges"
        >
          <path d={path} fill="#10243a" />
        </svg>
        <dl className="max-w-60">
          <dt className="text-sm text-ink-soft">{t('key')}</dt>
          <dd className="font-mono wrap-anywhere" data-secret={factor.secret}>
            {inFours(factor.secret)}
          </dd>
          <dd className="pt-2">
            <a href={factor.uri} className={button('bare')}>
              {t('openApp')}
            </a>
          </dd>
        </dl>
      </div>
      <form onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-4">
        {other && (
          <Notice look="trouble" title={t('notOn')} live>
            <p>{other}</p>
          </Notice>
        )}
        <Field
          label={t('digits')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
          error={change.faultOf('code-wrong', 'malformed-request') && t('wrong')}
        />
        <div className="flex flex-wrap gap-3">
          <button disabled={change.isSending} className={button()}>
            {t('turnOn')}
          </button>
          <button type="button" onClick={onCancel} className={button('bare', 'px-3')}>
            {t('neverMind')}
          </button>
        </div>
      </form>
    </div>
  );
};
