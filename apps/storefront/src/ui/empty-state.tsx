import type { ReactNode, Ref } from 'react';
import { SignalFlag } from './signal-flag.tsx';

interface EmptyStateProps {
  /** Letters of the flags flown over the message. */
  flags: string;
  title: string;
  children?: ReactNode;
  /** For the focus to go to when the control that had it is gone. */
  ref?: Ref<HTMLHeadingElement>;
}

export const EmptyState = ({ flags, title, children, ref }: EmptyStateProps) => (
  <section className="mx-auto flex max-w-xl flex-col items-center px-4 py-20 text-center">
    <span className="mb-6 inline-flex gap-2 border-t border-ink pt-px">
      {[...flags].map((letter, at) => (
        <SignalFlag key={at} of={letter} className="h-10 w-10" />
      ))}
    </span>
    <h1 ref={ref} tabIndex={-1} className="text-3xl outline-none sm:text-4xl">
      {title}
    </h1>
    <div className="mt-4 space-y-6 text-balance text-ink-soft">{children}</div>
  </section>
);
