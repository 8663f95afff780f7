import { useTranslations } from 'next-intl';
import { SignalFlag } from './signal-flag.tsx';

/** A word spelled in signal flags along a halyard. */
export const FlagString = ({ word }: { word: string }) => (
  <span
    role="img"
    aria-label={useTranslations('frame')('inFlags', { word })}
    className="inline-flex border-t border-ink pt-0"
  >
    {[...word].map((letter, at) => (
      <SignalFlag key={at} of={letter} className="mr-1.5 h-4 w-4 xs:h-5 xs:w-5" />
    ))}
  </span>
);
