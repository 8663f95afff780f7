'use client';

import type { ApiKey } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { revokeApiKey } from '../../../api/browser/api-keys.ts';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { StateMark } from '../state-mark.tsx';
import { keyScopeWords, keyStates } from './key-words.ts';

/** The keys that there are, and the way to end one. */
export const KeyList = ({ keys }: { keys: readonly ApiKey[] }) => {
  const router = useRouter();
  const [asked, setAsked] = useState<ApiKey>();
  const [trouble, setTrouble] = useState<string>();
  const revoke = async () => {
    if (!asked) return;
    setAsked(undefined);
    const result = await revokeApiKey(asked.id);
    setTrouble(result.ok ? undefined : (result.problem.detail ?? result.problem.title));
    router.refresh();
  };
  if (keys.length === 0) return <p className="text-ink-soft">There are none yet.</p>;
  return (
    <>
      <p role="alert" className="mb-2 font-medium text-flag-red empty:hidden">
        {trouble}
      </p>
      <ul className="divide-y divide-rule border-y border-ink">
        {keys.map((key) => (
          <li
            key={key.id}
            data-testid={`key-${key.id}`}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold wrap-anywhere">{key.name}</span>
                <StateMark tone={keyStates[key.state][0]} words={keyStates[key.state][1]} />
              </p>
              <p className="mt-1 text-sm text-ink-soft">
                {key.scopes.map((scope) => keyScopeWords[scope][0]).join(' · ')}
              </p>
              <p className="text-sm text-ink-soft">
                Made <LocalTime at={key.madeAt} withYear />
                {' · '}
                {key.revokedAt ? (
                  <>
                    revoked <LocalTime at={key.revokedAt} withYear />
                  </>
                ) : (
                  <>
                    ends <LocalTime at={key.expiresAt} withYear />
                  </>
                )}
                {' · '}
                {key.lastUsedAt ? (
                  <>
                    last used <LocalTime at={key.lastUsedAt} withYear />
                  </>
                ) : (
                  'never used'
                )}
              </p>
              <p className="font-mono text-xs text-ink-faint wrap-anywhere">{key.id}</p>
            </div>
            {key.state === 'active' && (
              <button
                type="button"
                onClick={() => setAsked(key)}
                className={button('bare', 'px-2 text-flag-red!')}
              >
                Revoke
                <span className="sr-only"> {key.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        flag="K"
        title={`Revoke the key for ${asked?.name ?? ''}?`}
        confirm="Revoke the key"
        isDangerous
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void revoke()}
      >
        It gets no token any more, and those it has end within ten minutes. This cannot be undone.
      </ConfirmDialog>
    </>
  );
};
