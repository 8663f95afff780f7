import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const looks = {
  note: 'border-note bg-note-soft text-ink',
  trouble: 'border-flag-red bg-sheet text-ink',
  good: 'border-glass bg-glass-soft text-ink',
} as const;

interface NoticeProps {
  look?: keyof typeof looks;
  title: string;
  children?: ReactNode;
  /** Read out at once by screen readers when it appears. */
  live?: boolean;
}

export const Notice = ({ look = 'note', title, children, live = false }: NoticeProps) => (
  <div
    {...(live && { role: look === 'trouble' ? 'alert' : 'status' })}
    className={classNames('border-l-4 px-4 py-3 text-[0.95rem]', looks[look])}
  >
    <p className="font-semibold">{title}</p>
    {children}
  </div>
);
