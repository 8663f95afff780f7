'use client';

import type { MadeApiKey } from '@quayside/contracts';
import { useState } from 'react';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';

const Secret = ({ label, value }: { label: string; value: string }) => {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[5rem_minmax(0,1fr)] sm:items-center">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="flex flex-wrap items-center gap-x-4">
        <code className="min-w-0 text-sm wrap-anywhere">{value}</code>
        <button
          type="button"
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
          className={button('bare', 'px-1')}
        >
          {isCopied ? 'Copied' : 'Copy'}
          <span className="sr-only"> {label}</span>
        </button>
      </dd>
    </div>
  );
};

/** What nobody sees again. */
export const MadeKey = ({ made, onDone }: { made: MadeApiKey; onDone: () => void }) => (
  <div className="max-w-2xl">
    <Notice look="good" live title={`The key for ${made.name} is made`}>
      <p className="mt-1">Copy the secret now: it is kept nowhere, and not shown again.</p>
    </Notice>
    <dl className="my-5 grid gap-3">
      <Secret label="Key" value={made.id} />
      <Secret label="Secret" value={made.secret} />
    </dl>
    <button type="button" onClick={onDone} className={button('quiet')}>
      I have it
    </button>
  </div>
);
