import { classNames } from '../../ui/class-names.ts';

/** `waits`: somebody or some day is to come. `over`: nothing happens with it any more. */
export type StateTone = 'waits' | 'runs' | 'over';

const looks: Readonly<Record<StateTone, string>> = {
  waits: 'border-note text-note',
  runs: 'border-glass bg-glass-soft text-ink',
  over: 'border-rule-strong text-ink-faint',
};

/** The state that a thing is in, in a word or two. */
export const StateMark = ({ tone, words }: { tone: StateTone; words: string }) => (
  <span
    className={classNames(
      'inline-block border-l-4 px-2 text-sm font-semibold whitespace-nowrap',
      looks[tone],
    )}
  >
    {words}
  </span>
);
