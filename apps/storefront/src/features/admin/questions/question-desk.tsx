'use client';

import type { AdminQuestion, QuestionDecision } from '@quayside/contracts';
import { decideAnswer, decideQuestion, replyToQuestion } from '../../../api/browser/questions.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { DecisionButtons } from '../form/decision-buttons.tsx';
import { DeskOutcome, ReplyForm, SomebodyWasFaster } from '../form/desk-pieces.tsx';
import { useDesk } from '../form/use-desk.ts';
import { ModerationMark } from '../moderation-mark.tsx';

/** What staff do with a question and what buyers answer: answer it, show it, or not and say why. */
export const QuestionDesk = ({ question }: { question: AdminQuestion }) => {
  const { edited, took, ...desk } = useDesk(question);
  const { id, state, answers } = edited.read;
  const wordsOf = (decision: QuestionDecision) =>
    decision.state === 'published' ? 'It is shown' : 'It is not shown';
  const answer = desk.answer((words) => [
    edited.send((etag) => replyToQuestion(id, etag, words)),
    words === null ? 'There is no answer of the shop any more' : 'Your answer stands below it',
  ]);
  return (
    <div className="max-w-2xl space-y-8">
      {edited.theirs && (
        <SomebodyWasFaster onGoOn={desk.acceptTheirs}>
          The question or its answers changed meanwhile.
        </SomebodyWasFaster>
      )}
      <ReplyForm
        reply={desk.reply}
        onChange={desk.setReply}
        onSubmit={answer}
        hint="Everybody reads it below the question, which it shows"
        look="go"
      />
      <div className="border-t border-rule pt-5">
        <DecisionButtons
          name="refusal"
          state={state}
          onDecide={(decision) =>
            void took(
              edited.send((etag) => decideQuestion(id, etag, decision)),
              wordsOf(decision),
            )
          }
        />
      </div>
      {answers.length > 0 && (
        <section aria-labelledby="answers-title">
          <h2 id="answers-title" className="mb-4 text-xl">
            What buyers answer
          </h2>
          <ul className="divide-y divide-rule border-t border-rule">
            {answers.map((one) => (
              <li key={one.id} className="py-5" data-testid={`answer-${one.id}`}>
                <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                  <span className="wrap-anywhere">{one.author}</span>
                  <LocalTime at={one.answeredAt} withYear />
                  <ModerationMark state={one.state} />
                </p>
                <p className="mt-2 mb-4 whitespace-pre-line wrap-anywhere">{one.body}</p>
                {one.refusal && <p className="mb-4 border-l-4 border-rule-strong pl-4">{one.refusal}</p>}
                <DecisionButtons
                  key={one.version}
                  name={`refusal-${one.id}`}
                  state={one.state}
                  onDecide={(decision) =>
                    void took(
                      edited.send(() => decideAnswer(one.id, one.version, decision)),
                      wordsOf(decision),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <DeskOutcome trouble={desk.trouble} said={desk.said} />
    </div>
  );
};
