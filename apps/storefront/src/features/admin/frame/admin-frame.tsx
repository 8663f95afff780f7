import type { Role } from '@quayside/contracts';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { CommandPalette } from '../palette/command-palette.tsx';
import { AdminDrawer } from './admin-drawer.tsx';
import { AdminNav } from './admin-nav.tsx';
import { placesFor } from './places.ts';
import { StepUpDialog } from '../step-up/step-up-dialog.tsx';
import { SignOut } from './sign-out.tsx';

interface AdminFrameProps {
  user: { name: string; email: string; roles: readonly Role[] };
  children: ReactNode;
}

/** The frame of the pages that run the shop. */
export const AdminFrame = ({ user, children }: AdminFrameProps) => {
  const groups = placesFor(user.roles);
  const palette = <CommandPalette groups={groups} roles={user.roles} />;
  return (
    <div className="flex min-h-dvh flex-col lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 bg-ink px-4 py-2 text-sheet focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip the navigation
      </a>
      <div className="bg-land lg:border-r lg:border-ink">
        <header className="px-4 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:py-5">
          <div className="flex items-center justify-between gap-3 py-2 lg:block lg:py-0">
            <AppLink href="/admin" className="block lg:mb-4">
              <Logo />
              <span className="marginalia mt-2 block border-t border-ink pt-1.5 text-ink-soft max-lg:hidden">
                Back office
              </span>
            </AppLink>
            <div className="flex gap-2 lg:mb-5 lg:block">
              {palette}
              <div className="lg:hidden">
                <AdminDrawer groups={groups}>
                  <OnWatch user={user} />
                </AdminDrawer>
              </div>
            </div>
          </div>
          <div className="flex-1 max-lg:hidden">
            <AdminNav groups={groups} />
          </div>
          <div className="mt-6 border-t border-rule-strong pt-4 max-lg:hidden">
            <OnWatch user={user} />
          </div>
        </header>
      </div>
      <div className="chart-scale shrink-0 lg:hidden" />
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 flex-1 px-4 pt-6 pb-24 outline-none sm:px-6 lg:px-10 lg:pt-9"
      >
        <div className="mx-auto max-w-chart">{children}</div>
      </main>
      <StepUpDialog />
    </div>
  );
};

const OnWatch = ({ user }: Pick<AdminFrameProps, 'user'>) => (
  <div className="text-sm">
    <p className="marginalia text-ink-soft">On watch</p>
    <p className="mt-1 font-semibold wrap-anywhere">{user.name}</p>
    <p className="wrap-anywhere text-ink-soft">{user.email}</p>
    <div className="mt-2 flex flex-col items-start">
      <SignOut />
      <AppLink
        href="/"
        className="inline-flex min-h-11 items-center gap-2 font-medium underline-offset-4 hover:underline"
      >
        <ArrowLeft size={17} aria-hidden /> To the shop
      </AppLink>
    </div>
  </div>
);
