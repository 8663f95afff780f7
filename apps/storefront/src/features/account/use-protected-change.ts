'use client';

import type { Problem } from '@quayside/contracts';
import { useState } from 'react';
import { useProblemWords } from '../../i18n/use-problem-words.ts';
import type { Result } from '../../api/result.ts';

export type ChangeState =
  | { readonly is: 'closed' | 'open' | 'sending' | 'done' }
  | { readonly is: 'refused'; readonly problem: Problem };

/** A change that is opened, sent and then either done, or refused for a reason that the form shows. */
export const useProtectedChange = () => {
  const say = useProblemWords();
  const [state, setState] = useState<ChangeState>({ is: 'closed' });
  const problem = state.is === 'refused' ? state.problem : undefined;
  return {
    state,
    isOpen: state.is !== 'closed' && state.is !== 'done',
    isSending: state.is === 'sending',
    open: () => setState({ is: 'open' }),
    close: () => setState({ is: 'closed' }),
    send: async <T>(call: () => Promise<Result<T>>): Promise<T | undefined> => {
      setState({ is: 'sending' });
      const answer = await call();
      setState(answer.ok ? { is: 'done' } : { is: 'refused', problem: answer.problem });
      return answer.ok ? answer.data : undefined;
    },
    /** What is wrong with the field that one of these codes is about. */
    faultOf: (...codes: readonly string[]): string | undefined =>
      problem && codes.includes(problem.code) ? say(problem) : undefined,
    /** What is wrong and belongs to no field. */
    otherFault: (...codes: readonly string[]): string | undefined =>
      problem && !codes.includes(problem.code) ? say(problem) : undefined,
  };
};
export type ProtectedChange = ReturnType<typeof useProtectedChange>;
