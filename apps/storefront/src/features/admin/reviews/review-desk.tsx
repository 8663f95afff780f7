'use client';

import type { AdminReview } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { decideReview, replyToReview } from '../../../api/browser/reviews.ts';
import { button } from '../../../ui/button.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DecisionButtons } from '../form/decision-buttons.tsx';
import { useIfMatch } from '../form/use-if-match.ts';

/** What staff do with a review: show it, or not and say why; and answer it. */
export const ReviewDesk = ({ review }: { review: AdminReview }) => {
  const router = useRouter();
  const edited = useIfMatch(review);
  const { id, state } = edited.read;
  const [reply, setReply] = useState(review.reply ?? '');
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();

  const took = async (sent: ReturnType<typeof edited.send<AdminReview>>, words: string) => {
    const result = await sent;
    setSaid(result.ok ? words : undefined);
    setTrouble(result.ok || result.stale ? undefined : (result.problem.detail ?? result.problem.title));
    if (!result.ok) return;
    edited.saved(result.data);
    router.refresh();
  };
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const words = reply.trim() === '' ? null : reply.trim();
    void took(
      edited.send((etag) => replyToReview(id, etag, words)),
      words === null ? 'There is no answer any more' : 'Your answer stands below it',
    );
  };

  return (
    <div className="max-w-2xl space-y-8">
      {edited.theirs && (
        <Notice look="trouble" live title="Somebody was faster">
          <p>It is {edited.theirs.state === 'published' ? 'shown' : 'not shown'} by now.</p>
          <button
            type="button"
            className={button('quiet', 'mt-2')}
            onClick={() => {
              setReply(edited.theirs?.reply ?? '');
              edited.accept();
              router.refresh();
            }}
          >
            Go on with what it is now
          </button>
        </Notice>
      )}
      <div className="border-t border-rule pt-5">
        <DecisionButtons
          name="refusal"
          state={state}
          onDecide={(decision) =>
            void took(
              edited.send((etag) => decideReview(id, etag, decision)),
              decision.state === 'published' ? 'It is shown' : 'It is not shown',
            )
          }
        />
      </div>
      <form onSubmit={answer} className="border-t border-rule pt-5">
        <label htmlFor="reply" className="mb-1 block text-sm font-semibold">
          What the shop answers
        </label>
        <textarea
          id="reply"
          name="reply"
          rows={4}
          maxLength={2000}
          value={reply}
          onChange={({ target }) => setReply(target.value)}
          className={`${inputLook} py-2 leading-normal`}
        />
        <FieldMessage name="reply" hint="Everybody reads it below the review" />
        <button className={button('quiet', 'mt-3')}>Answer</button>
      </form>
      {trouble && <Notice look="trouble" live title={trouble} />}
      <p role="status" className="font-medium text-glass">
        {said}
      </p>
    </div>
  );
};
