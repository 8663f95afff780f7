'use client';

import dynamic from 'next/dynamic';
import { useOwnAnswers } from './own-answers.tsx';

const GiveAnswer = dynamic(() => import('./give-answer.tsx').then((file) => file.GiveAnswer));

/** The form's scripts are for who bought the product and did not ask; pages of others come without them. */
export const LazyGiveAnswer = ({ questionId }: { questionId: string }) => {
  const { mayAnswer, byQuestion, asked } = useOwnAnswers();
  if (asked.has(questionId) || !(mayAnswer || byQuestion.has(questionId))) return null;
  return <GiveAnswer questionId={questionId} />;
};
