import { classNames } from './class-names.ts';

const base =
  'inline-flex items-center justify-center gap-2 rounded-sm text-[0.95rem] font-semibold transition-colors disabled:not-data-waking:cursor-not-allowed disabled:not-data-waking:opacity-55 min-h-11 text-center';

const looks = {
  primary: 'px-5 bg-ink text-sheet hover:bg-glass-dark',
  go: 'px-5 bg-glass text-white hover:bg-glass-dark',
  quiet: 'px-5 border border-ink bg-transparent text-ink hover:bg-ink hover:text-sheet',
  bare: 'text-ink underline decoration-rule-strong underline-offset-4 hover:decoration-ink',
} as const;

/** Classes of a button, for buttons and for links that look like one. */
export const button = (
  look: keyof typeof looks = 'primary',
  ...more: (string | false | undefined)[]
): string => classNames(base, looks[look], ...more);
