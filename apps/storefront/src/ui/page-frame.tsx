import type { ReactNode } from 'react';

export const PageFrame = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto max-w-chart px-4 pt-8 sm:px-6 sm:pt-12">{children}</div>
);
