'use client';

import type { NewSecondFactor } from '@quayside/contracts';
import type { FormEvent } from 'react';
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
      <p>Scan this with your authenticator app, or type the key into it.</p>
      <div className="flex flex-wrap items-center gap-6">
        <svg
          viewBox={`0 0 ${size} ${size}`}
          className="size-48 border border-rule bg-white"
          role="img"
          aria-label="QR code for the authenticator app"
          shapeRendering="crispEdges"
        >
          <path d={path} fill="#10243a" />
        </svg>
        <dl className="max-w-60">
          <dt className="text-sm text-ink-soft">Key</dt>
          <dd className="font-mono wrap-anywhere" data-secret={factor.secret}>
            {inFours(factor.secret)}
          </dd>
          <dd className="pt-2">
            <a href={factor.uri} className={button('bare')}>
              Open the app on this device
            </a>
          </dd>
        </dl>
      </div>
      <form onSubmit={(event) => void submit(event)} className="flex w-full max-w-md flex-col gap-4">
        {other && (
          <Notice look="trouble" title="Codes are not on yet" live>
            <p>{other}</p>
          </Notice>
        )}
        <Field
          label="The six digits that the app shows now"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
          error={
            change.faultOf('code-wrong', 'malformed-request') && 'That code is not right. Try the next one.'
          }
        />
        <div className="flex flex-wrap gap-3">
          <button disabled={change.isSending} className={button()}>
            Turn codes on
          </button>
          <button type="button" onClick={onCancel} className={button('bare', 'px-3')}>
            Never mind
          </button>
        </div>
      </form>
    </div>
  );
};
