import type { ReactNode, Ref } from 'react';

interface PageHeadingProps {
  title: string;
  aside?: ReactNode;
  /** For the focus to go to when the control that had it is gone. */
  ref?: Ref<HTMLHeadingElement>;
}

export const PageHeading = ({ title, aside, ref }: PageHeadingProps) => (
  <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-ink pb-4">
    {/* As large as a German word of 18 letters leaves room for. */}
    <h1
      ref={ref}
      tabIndex={-1}
      className="text-[min(2.25rem,9.2vw)] leading-tight hyphens-auto outline-none sm:text-5xl"
    >
      {title}
    </h1>
    {aside && <div className="text-ink-soft">{aside}</div>}
  </header>
);
