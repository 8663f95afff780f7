import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/app-link.tsx';

interface GoodsSectionProps {
  title: string;
  href: string;
  linkText: string;
  children: ReactNode;
}

export const GoodsSection = ({ title, href, linkText, children }: GoodsSectionProps) => (
  <section className="mx-auto mt-16 max-w-chart px-4 sm:px-6">
    <header className="mb-7 flex flex-wrap items-baseline justify-between gap-x-6 border-b border-ink pb-3">
      <h2 className="text-3xl sm:text-4xl">{title}</h2>
      <AppLink
        href={href}
        className="inline-flex min-h-11 items-center gap-2 font-medium underline-offset-4 hover:underline"
      >
        {linkText} <ArrowRight size={18} aria-hidden />
      </AppLink>
    </header>
    {children}
  </section>
);
