'use client';

import type { AdminQuestion, QuestionDecision } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { decideAnswer, decideQuestion, replyToQuestion } from '../../../api/browser/questions.ts';
import { button } from '../../../ui/button.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useIfMatch } from '../form/use-if-match.ts';
import { DecisionButtons } from '../form/decision-buttons.tsx';
import { QuestionStateMark } from './question-state-mark.tsx';

/** What staff do with a question and what buyers answer: answer it, show it, or not and say why. */
export const QuestionDesk = ({ question }: { question: AdminQuestion }) => {
  const router = useRouter();
  const edited = useIfMatch(question);
  const { id, state, answers } = edited.read;
  const [reply, setReply] = useState(question.reply ?? '');
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();

  const took = async (sent: ReturnType<typeof edited.send<AdminQuestion>>, words: string) => {
    const result = await sent;
    setSaid(result.ok ? words : undefined);
    setTrouble(result.ok || result.stale ? undefined : (result.problem.detail ?? result.problem.title));
    if (!result.ok) return;
    edited.saved(result.data);
    router.refresh();
  };
  const wordsOf = (decision: QuestionDecision) =>
    decision.state === 'published' ? 'It is shown' : 'It is not shown';
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const words = reply.trim() === '' ? null : reply.trim();
    void took(
      edited.send((etag) => replyToQuestion(id, etag, words)),
      words === null ? 'There is no answer of the shop any more' : 'Your answer stands below it',
    );
  };
  return (
    <div className="max-w-2xl space-y-8">
      {edited.theirs && (
        <Notice look="trouble" live title="Somebody was faster">
          <p>The question or its answers changed meanwhile.</p>
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
        <FieldMessage name="reply" hint="Everybody reads it below the question, which it shows" />
        <button className={button('go', 'mt-3')}>Answer</button>
      </form>
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
                  <QuestionStateMark state={one.state} />
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
      {trouble && <Notice look="trouble" live title={trouble} />}
      <p role="status" className="font-medium text-glass">
        {said}
      </p>
    </div>
  );
};
