import type { Order } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '../../ui/class-names.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { timelineOf, type TimelineStep } from './order-timeline.ts';
import { statusFlag } from '../../ui/status-flag.ts';

export const TimelineView = ({ order }: { order: Pick<Order, 'status' | 'history' | 'refunded'> }) => {
  const t = useTranslations('orders');
  const steps = timelineOf(order, t, useLocale());
  return (
    <ol aria-label={t('progress')}>
      {steps.map((step, at, all) => (
        <Step key={step.status} step={step} first={at === 0} last={at === all.length - 1} />
      ))}
    </ol>
  );
};

const Step = ({ step, first, last }: { step: TimelineStep; first: boolean; last: boolean }) => {
  const t = useTranslations('orders');
  const here = step.state === 'current' || step.state === 'stopped';
  const ahead = step.state === 'ahead';
  return (
    <li
      className="relative grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 pb-7 last:pb-0"
      aria-current={here ? 'step' : undefined}
      data-status={step.status}
      data-state={step.state}
    >
      {!last && (
        <span
          aria-hidden
          className={classNames(
            'absolute bottom-0 left-6 -translate-x-1/2 border-l-2',
            first ? 'top-6' : 'top-0',
            step.state === 'done' ? 'border-ink' : 'border-dashed border-rule-strong',
          )}
        />
      )}
      <span className="relative grid h-12 place-items-center">
        <span className="grid place-items-center bg-paper p-1">
          <SignalFlag
            of={statusFlag[step.status]}
            className={classNames(here ? 'h-10 w-10' : 'h-7 w-7', ahead && 'opacity-35 grayscale')}
          />
        </span>
      </span>
      <div className={classNames('pt-2.5', ahead && 'text-ink-faint')}>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className={classNames('font-serif', here ? 'text-2xl' : 'text-lg')}>
            {step.label}
            {ahead && <span className="sr-only">{t('stillAhead')}</span>}
          </span>
          {step.at && (
            <span className="figures text-sm text-ink-faint">
              <LocalTime at={step.at} />
            </span>
          )}
        </p>
        {here && <p className="mt-1 text-ink-soft">{step.explanation}</p>}
        {step.reason && <p className="mt-1 font-medium text-note">{step.reason}</p>}
      </div>
    </li>
  );
};
