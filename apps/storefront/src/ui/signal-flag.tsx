import { type FlagLetter, flagShapes } from './signal-flags.tsx';
import { classNames } from './class-names.ts';

interface SignalFlagProps {
  /** A word or a letter; its first letter is flown. */
  of: string;
  className?: string;
}

const letterOf = (word: string): FlagLetter => {
  const letter = word.charAt(0).toUpperCase();
  return letter in flagShapes ? (letter as FlagLetter) : 'Q';
};

/** A flag of the International Code of Signals, as an ornament: what it says always stands beside it in words. */
export const SignalFlag = ({ of, className }: SignalFlagProps) => (
  <svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    className={classNames('shrink-0', className)}
    shapeRendering="geometricPrecision"
  >
    {flagShapes[letterOf(of)]}
    <path d="M.5.5h23v23H.5z" fill="none" stroke="var(--color-ink)" />
  </svg>
);
