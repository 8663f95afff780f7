import type { Order, OrderStatus } from '@quayside/contracts';
import { shopLocale } from '../../i18n/locales.ts';
import type { Words } from '../../i18n/words.ts';
import { formatMoney } from '../../ui/money.ts';
import { reasonIn } from './reason-in.ts';

export interface TimelineStep {
  status: OrderStatus;
  label: string;
  /** What is happening, for the step the order is at. */
  explanation: string;
  state: 'done' | 'current' | 'ahead' | 'stopped';
  at?: string;
  reason?: string;
}

const course = [
  'submitted',
  'awaiting-validation',
  'stock-confirmed',
  'paid',
  'shipped',
  'delivered',
] as const;

const settled: ReadonlySet<OrderStatus> = new Set(['delivered', 'refunded', 'returned', 'cancelled']);
/** After these nothing more of the course comes. */
const closing: ReadonlySet<OrderStatus> = new Set(['refunded', 'returned']);

export const isSettled = (status: OrderStatus): boolean => settled.has(status);

/** The course an order runs, with where it is: what it did, where it stands, what is ahead or will not come. */
export const timelineOf = (
  { status, history, refunded }: Pick<Order, 'status' | 'history' | 'refunded'>,
  t: Words<'orders'>,
  locale: string = shopLocale,
): TimelineStep[] => {
  const entryOf = (wanted: OrderStatus) => history.find((entry) => entry.status === wanted);
  const step = (of: OrderStatus, state: TimelineStep['state']): TimelineStep => {
    const entry = state === 'ahead' ? undefined : entryOf(of);
    return {
      status: of,
      label: t(`status.${of}.label`),
      explanation: t(`status.${of}.explanation`),
      state,
      ...(entry && { at: entry.at }),
      ...(entry?.reason && { reason: reasonIn(entry.reason, t) }),
    };
  };

  const position = course.findIndex((each) => each === status);
  if (position >= 0)
    return course.map((each, at) =>
      step(each, at < position ? 'done' : at === position ? 'current' : 'ahead'),
    );

  const run = course.filter((each) => entryOf(each)).map((each) => step(each, 'done'));
  if (status === 'refunding') return [...run, step('refunding', 'current'), step('cancelled', 'ahead')];
  if (status !== 'cancelled') {
    const reached = course.findLastIndex((each) => entryOf(each));
    const ahead = closing.has(status) ? [] : course.slice(reached + 1);
    return [...run, step(status, 'current'), ...ahead.map((each) => step(each, 'ahead'))];
  }
  const cancelled = step('cancelled', 'stopped');
  if (!refunded) return [...run, cancelled];
  const { reason: _, ...refund } = step('refunding', 'done');
  const explanation = t('cancelledAndRefunded', { amount: formatMoney(refunded, locale) });
  return [...run, { ...refund, label: t('status.refunded.label') }, { ...cancelled, explanation }];
};
