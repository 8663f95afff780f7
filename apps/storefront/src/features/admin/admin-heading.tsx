import type { ReactNode } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';

interface AdminHeadingProps {
  flag: string;
  title: ReactNode;
  about?: string;
  back?: { href: string; label: string };
  /** What can be done here. */
  children?: ReactNode;
}

export const AdminHeading = ({ flag, title, about, back, children }: AdminHeadingProps) => (
  <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 border-b border-ink pb-4">
    <div className="min-w-0">
      {back && (
        <p className="mb-1 text-sm">
          <AppLink
            href={back.href}
            className="inline-flex min-h-8 items-center underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            {back.label}
          </AppLink>
          <span aria-hidden className="px-2 text-ink-faint">
            /
          </span>
        </p>
      )}
      <h1 tabIndex={-1} className="flex items-center gap-3 text-3xl wrap-anywhere outline-none sm:text-4xl">
        <SignalFlag of={flag} className="h-7 w-7" />
        <span className="min-w-0">{title}</span>
      </h1>
      {about && <p className="mt-1.5 text-ink-soft">{about}</p>}
    </div>
    {children}
  </header>
);
