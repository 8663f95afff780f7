'use client';

import type { AdminReview } from '@quayside/contracts';
import { decideReview, replyToReview } from '../../../api/browser/reviews.ts';
import { DecisionButtons } from '../form/decision-buttons.tsx';
import { DeskOutcome, ReplyForm, SomebodyWasFaster } from '../form/desk-pieces.tsx';
import { useDesk } from '../form/use-desk.ts';

/** What staff do with a review: show it, or not and say why; and answer it. */
export const ReviewDesk = ({ review }: { review: AdminReview }) => {
  const { edited, took, ...desk } = useDesk(review);
  const { id, state } = edited.read;
  const answer = desk.answer((words) => [
    edited.send((etag) => replyToReview(id, etag, words)),
    words === null ? 'There is no answer any more' : 'Your answer stands below it',
  ]);
  return (
    <div className="max-w-2xl space-y-8">
      {edited.theirs && (
        <SomebodyWasFaster onGoOn={desk.acceptTheirs}>
          It is {edited.theirs.state === 'published' ? 'shown' : 'not shown'} by now.
        </SomebodyWasFaster>
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
      <ReplyForm
        reply={desk.reply}
        onChange={desk.setReply}
        onSubmit={answer}
        hint="Everybody reads it below the review"
        look="quiet"
      />
      <DeskOutcome trouble={desk.trouble} said={desk.said} />
    </div>
  );
};
