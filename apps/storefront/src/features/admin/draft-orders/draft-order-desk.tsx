'use client';

import type { DraftOrder, Problem } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  changeDraftOrder,
  dropDraftOrder,
  sendPaymentLink,
  withdrawPaymentLink,
} from '../../../api/browser/draft-orders.ts';
import type { AddressCountry } from '../../../ui/address/address-countries.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { Notice } from '../../../ui/notice.tsx';
import { DeleteButton } from '../delete-button.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { DraftForm } from './draft-form.tsx';
import { DraftStateMark } from './draft-state-mark.tsx';

interface DraftOrderDeskProps {
  first: DraftOrder;
  countries: AddressCountry[];
  usualCountry: string;
}

/** A draft: what is in it, and the link to it. */
export const DraftOrderDesk = ({ first, ...about }: DraftOrderDeskProps) => {
  const router = useRouter();
  const edited = useIfMatch(first);
  const { read, theirs } = edited;
  const { id } = read;
  const [said, setSaid] = useState<string>();
  const [trouble, setTrouble] = useState<Problem>();

  const took = async (sent: ReturnType<typeof edited.send<DraftOrder>>, words: string) => {
    const result = await sent;
    setSaid(result.ok ? words : undefined);
    const problem = result.ok || result.stale ? undefined : result.problem;
    setTrouble(problem);
    if (!result.ok) return problem;
    edited.saved(result.data);
    router.refresh();
    return undefined;
  };

  if (read.state === 'ordered')
    return (
      <Notice look="good" title={`Ordered and agreed to: ${formatMoney(read.total)} when it was saved last`}>
        <p className="mt-2">
          <AppLink href={`/admin/orders/${id}`} className={button('quiet')}>
            To the order
          </AppLink>
        </p>
      </Notice>
    );
  return (
    <>
      <p className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <DraftStateMark state={read.state} />
        {read.state === 'sent' && read.linkUntil && (
          <span className="text-ink-soft">
            The link is good until <LocalTime at={read.linkUntil} withYear />
          </span>
        )}
      </p>
      {theirs && (
        <div className="mb-6">
          <Notice look="trouble" live title="Somebody was faster">
            <p>The draft is another one by now. What you typed and did not save goes when you go on.</p>
            <button
              type="button"
              className={button('quiet', 'mt-2')}
              onClick={() => {
                edited.accept();
                router.refresh();
              }}
            >
              Go on with what it is now
            </button>
          </Notice>
        </div>
      )}
      <DraftForm
        key={read.version}
        draft={read}
        {...about}
        label="Save the changes"
        save={(content) =>
          took(
            edited.send((etag) => changeDraftOrder(id, etag, content)),
            'Saved',
          )
        }
      >
        {(isDirty) => (
          <>
            <button
              type="button"
              aria-disabled={isDirty}
              onClick={() =>
                isDirty
                  ? setSaid('Save the changes first')
                  : void took(
                      edited.send((etag) => sendPaymentLink(id, etag)),
                      'The link is on its way',
                    )
              }
              className={button('go', 'w-full', isDirty && 'opacity-55')}
            >
              {read.state === 'sent' ? 'Send the payment link again' : 'Send payment link'}
            </button>
            {read.state === 'sent' && (
              <button
                type="button"
                onClick={() =>
                  void took(
                    edited.send((etag) => withdrawPaymentLink(id, etag)),
                    'The link opens nothing any more',
                  )
                }
                className={button('quiet', 'w-full')}
              >
                Take the link back
              </button>
            )}
            <DeleteButton
              name="this draft"
              what="draft"
              remove={() => dropDraftOrder(id, `"v${read.version}"`)}
              then="/admin/draft-orders"
              about="Its link opens nothing any more."
            />
            {trouble && (
              <Notice look="trouble" live title={trouble.title}>
                {trouble.detail}
              </Notice>
            )}
            <p role="status" className="font-medium text-glass">
              {said}
            </p>
          </>
        )}
      </DraftForm>
    </>
  );
};
