import type { ReactNode } from 'react';
import { PageFrame } from '../../../ui/page-frame.tsx';

const ContentLayout = ({ children }: { children: ReactNode }) => (
  <PageFrame>
    <article className="max-w-[44rem] text-ink-soft [&_h1]:text-ink [&_h2]:text-ink">{children}</article>
  </PageFrame>
);

export default ContentLayout;
