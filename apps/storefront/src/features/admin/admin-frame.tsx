import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { Logo } from '../../ui/logo.tsx';
import { AdminNav } from './admin-nav.tsx';
import { SignOut } from './sign-out.tsx';

interface AdminFrameProps {
  user: { name: string; email: string };
  children: ReactNode;
}

/** The frame of the pages that run the shop. It is lit by `data-bridge`, light or dark as the system is. */
export const AdminFrame = ({ user, children }: AdminFrameProps) => (
  <div data-bridge className="flex min-h-dvh flex-col lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
    <div className="bg-land lg:border-r lg:border-ink">
      <header className="px-4 lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:py-5">
        <div className="flex items-center justify-between gap-3 py-2 lg:block lg:py-0">
          <AppLink href="/admin" aria-label="Bridge, prices" className="block lg:mb-7">
            <Logo />
            <span className="marginalia mt-2 block border-t border-ink pt-1.5 text-ink-soft max-lg:hidden">
              The bridge
            </span>
          </AppLink>
          <div className="lg:hidden">
            <BackToShop />
          </div>
        </div>
        <div className="max-lg:pb-2 lg:flex-1">
          <AdminNav />
        </div>
        <div className="border-t border-rule-strong pt-4 text-sm max-lg:hidden">
          <p className="marginalia text-ink-soft">On watch</p>
          <p className="mt-1 font-semibold wrap-anywhere">{user.name}</p>
          <p className="wrap-anywhere text-ink-soft">{user.email}</p>
          <div className="mt-2 flex flex-col items-start">
            <SignOut />
            <BackToShop />
          </div>
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
    <footer className="flex flex-wrap items-center justify-between gap-x-4 border-t border-rule px-4 py-3 text-sm text-ink-faint lg:hidden">
      <span>
        On watch: <strong className="text-ink">{user.name}</strong>
      </span>
      <SignOut />
    </footer>
  </div>
);

const BackToShop = () => (
  <AppLink
    href="/"
    className="inline-flex min-h-11 items-center gap-2 font-medium underline-offset-4 hover:underline"
  >
    <ArrowLeft size={17} aria-hidden /> To the shop
  </AppLink>
);
