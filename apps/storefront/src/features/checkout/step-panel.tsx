'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import { classNames } from '../../ui/class-names.ts';

interface StepPanelProps {
  number: number;
  step: string;
  title: string;
  state: 'ahead' | 'open' | 'done';
  /** What was given, shown once the step is done. */
  summary?: ReactNode;
  onReopen?: (() => void) | undefined;
  children: ReactNode;
}

export const StepPanel = ({ number, step, title, state, summary, onReopen, children }: StepPanelProps) => {
  const t = useTranslations('checkout');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(state);
  // The control that led here is gone, and the focus with it: it goes on to the step that opened.
  useEffect(() => {
    if (state === 'open' && shown.current !== 'open') heading.current?.focus();
    shown.current = state;
  }, [state]);

  return (
    <section
      aria-label={title}
      className="border-b border-rule py-6 first:pt-0 last:border-b-0"
      data-step={step}
      data-state={state}
    >
      <header className="flex flex-wrap items-baseline gap-x-4">
        <span
          className={classNames(
            'figures font-serif text-2xl',
            state === 'ahead' ? 'text-ink-faint' : 'text-note',
          )}
          aria-hidden
        >
          {number}
        </span>
        <h2
          ref={heading}
          tabIndex={-1}
          className={classNames('flex-1 text-2xl outline-none', state === 'ahead' && 'text-ink-faint')}
        >
          {title}
        </h2>
        {state === 'done' && onReopen && (
          <button
            type="button"
            onClick={onReopen}
            className="min-h-11 px-1 text-sm underline underline-offset-4"
          >
            {t('change')}
            <span className="sr-only">: {title}</span>
          </button>
        )}
      </header>
      {state === 'done' && <div className="mt-2 pl-7 wrap-anywhere text-ink-soft">{summary}</div>}
      {state === 'open' && <div className="mt-5 sm:pl-7">{children}</div>}
    </section>
  );
};
