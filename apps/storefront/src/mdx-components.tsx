import type { MDXComponents } from 'mdx/types';
import { AppLink } from './ui/app-link.tsx';

/** How Markdown looks in this shop. */
const components: MDXComponents = {
  h1: ({ children }) => <h1 className="border-b border-ink pb-4 text-4xl sm:text-5xl">{children}</h1>,
  h2: ({ children }) => <h2 className="mt-12 text-2xl">{children}</h2>,
  p: ({ children }) => <p className="mt-4">{children}</p>,
  ul: ({ children }) => <ul className="mt-4 list-disc space-y-2 pl-5 marker:text-ink-faint">{children}</ul>,
  ol: ({ children }) => (
    <ol className="mt-4 list-decimal space-y-2 pl-5 marker:text-ink-faint">{children}</ol>
  ),
  a: ({ href = '', children }: { href?: string; children?: React.ReactNode }) => (
    <AppLink href={href} className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink">
      {children}
    </AppLink>
  ),
  strong: ({ children }) => <strong className="font-semibold text-ink">{children}</strong>,
};

export const useMDXComponents = (): MDXComponents => components;
