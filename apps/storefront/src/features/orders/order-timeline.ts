import type { Order, OrderStatus } from '@quayside/contracts';
import { formatMoney } from '../../ui/money.ts';

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

const words: Record<OrderStatus, { label: string; explanation: string }> = {
  submitted: {
    label: 'Ordered',
    explanation: 'We have your order, and start on it in a moment.',
  },
  'awaiting-validation': { label: 'Being set aside', explanation: 'We are setting your things aside.' },
  'stock-confirmed': {
    label: 'Set aside for you',
    explanation: 'Everything is there. Your card is charged now.',
  },
  'payment-declined': {
    label: 'Card declined',
    explanation: 'Your items stay set aside for a while. Pay with another card to have them.',
  },
  paid: { label: 'Paid', explanation: 'Thank you. We pack it now, and write to you when it leaves.' },
  'partly-shipped': { label: 'Partly on its way', explanation: 'A part of your order is on its way.' },
  shipped: { label: 'On its way', explanation: 'Your parcel is on its way.' },
  delivered: { label: 'Arrived', explanation: 'Your parcel has arrived. Fair winds with it.' },
  'partly-refunded': {
    label: 'Partly refunded',
    explanation: 'A part of your money went back to your card.',
  },
  refunded: { label: 'Refunded', explanation: 'What you paid went back to your card.' },
  returned: { label: 'Returned', explanation: 'What you sent back has arrived.' },
  refunding: { label: 'Money on its way back', explanation: 'Your money is on its way back to you.' },
  cancelled: { label: 'Cancelled', explanation: 'This order is cancelled. Nothing more will happen to it.' },
};

const settled: ReadonlySet<OrderStatus> = new Set(['delivered', 'refunded', 'returned', 'cancelled']);
/** After these nothing more of the course comes. */
const closing: ReadonlySet<OrderStatus> = new Set(['refunded', 'returned']);

export const statusLabel = (status: OrderStatus): string => words[status].label;
export const isSettled = (status: OrderStatus): boolean => settled.has(status);

/** The course an order runs, with where it is: what it did, where it stands, what is ahead or will not come. */
export const timelineOf = ({
  status,
  history,
  refunded,
}: Pick<Order, 'status' | 'history' | 'refunded'>): TimelineStep[] => {
  const entryOf = (wanted: OrderStatus) => history.find((entry) => entry.status === wanted);
  const step = (of: OrderStatus, state: TimelineStep['state']): TimelineStep => {
    const entry = state === 'ahead' ? undefined : entryOf(of);
    return {
      status: of,
      ...words[of],
      state,
      ...(entry && { at: entry.at }),
      ...(entry?.reason && { reason: entry.reason }),
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
  const explanation = `This order is cancelled. ${formatMoney(refunded)} went back to your card.`;
  return [...run, { ...refund, label: 'Refunded' }, { ...cancelled, explanation }];
};
