import type { ReactNode } from 'react';

interface PageHeadingProps {
  title: string;
  aside?: ReactNode;
}

export const PageHeading = ({ title, aside }: PageHeadingProps) => (
  <header className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-ink pb-4">
    <h1 className="text-4xl sm:text-5xl">{title}</h1>
    {aside && <div className="text-ink-soft">{aside}</div>}
  </header>
);
