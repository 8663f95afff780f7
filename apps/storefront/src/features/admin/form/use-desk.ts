'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { type Outcome, useIfMatch } from './use-if-match.ts';

interface Answerable {
  readonly version: number;
  readonly reply?: string | null;
}

/** What a page keeps on which staff decide about something a shopper wrote, and answer it. */
export const useDesk = <R extends Answerable>(first: R) => {
  const router = useRouter();
  const edited = useIfMatch(first);
  const [reply, setReply] = useState(first.reply ?? '');
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();

  const took = async (sent: Promise<Outcome<R>>, words: string) => {
    const result = await sent;
    setSaid(result.ok ? words : undefined);
    setTrouble(result.ok || result.stale ? undefined : (result.problem.detail ?? result.problem.title));
    if (!result.ok) return;
    edited.saved(result.data);
    router.refresh();
  };

  return {
    edited,
    took,
    reply,
    setReply,
    trouble,
    said,
    /** Takes what the form holds; no words take the answer away. */
    answer:
      (send: (words: string | null) => readonly [Promise<Outcome<R>>, string]) => (event: FormEvent) => {
        event.preventDefault();
        void took(...send(reply.trim() === '' ? null : reply.trim()));
      },
    acceptTheirs: () => {
      setReply(edited.theirs?.reply ?? '');
      edited.accept();
      router.refresh();
    },
  };
};
