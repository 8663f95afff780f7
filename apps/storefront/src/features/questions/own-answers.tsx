'use client';

import type { OwnAnswer } from '@quayside/contracts';
import { useEffect, useSyncExternalStore } from 'react';

interface OwnAnswers {
  /** Who bought it may. */
  readonly mayAnswer: boolean;
  readonly name: string;
  readonly byQuestion: ReadonlyMap<string, OwnAnswer>;
  readonly asked: ReadonlySet<string>;
}

const nothing: OwnAnswers = { mayAnswer: false, name: '', byQuestion: new Map(), asked: new Set() };
let own = nothing;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the visitor answered and asked on this page; on the server nothing, so that pages are the same for all. */
export const useOwnAnswers = (): OwnAnswers =>
  useSyncExternalStore(
    subscribe,
    () => own,
    () => nothing,
  );

/** Comes with the visitor's own part of the page, which may come later than the questions. */
export const KeepOwnAnswers = ({
  mayAnswer,
  name,
  answers,
  asked,
}: {
  mayAnswer: boolean;
  name: string;
  answers: readonly OwnAnswer[];
  asked: readonly string[];
}) => {
  useEffect(() => {
    const byQuestion = new Map(answers.map((answer) => [answer.question.id, answer]));
    own = { mayAnswer, name, byQuestion, asked: new Set(asked) };
    for (const listener of listeners) listener();
    return () => {
      own = nothing;
    };
  }, [mayAnswer, name, answers, asked]);
  return null;
};
