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
    label: 'Submitted',
    explanation: 'We have your order, and start on it in a moment.',
  },
  'awaiting-validation': { label: 'Stock check', explanation: 'We are setting your items aside.' },
  'stock-confirmed': {
    label: 'Stock confirmed',
    explanation: 'Everything is set aside. Your card is charged now.',
  },
  paid: { label: 'Paid', explanation: 'Thank you. Your order is ready to be packed.' },
  shipped: { label: 'Shipped', explanation: 'Your parcel is on its way.' },
  delivered: { label: 'Delivered', explanation: 'Your parcel has arrived.' },
  refunding: { label: 'Refunding', explanation: 'Your money is on its way back to you.' },
  cancelled: { label: 'Cancelled', explanation: 'This order is cancelled. Nothing more will happen to it.' },
};

const settled: ReadonlySet<OrderStatus> = new Set(['delivered', 'cancelled']);
const cancellable: ReadonlySet<OrderStatus> = new Set([
  'submitted',
  'awaiting-validation',
  'stock-confirmed',
  'paid',
]);

export const statusLabel = (status: OrderStatus): string => words[status].label;
export const isSettled = (status: OrderStatus): boolean => settled.has(status);
export const isCancellable = (status: OrderStatus): boolean => cancellable.has(status);

/** The course an order runs, with where it is: what it did, where it stands, what is ahead or will not come. */
export const timelineOf = ({
  status,
  history,
  refunded,
}: Pick<Order, 'status' | 'history' | 'refunded'>): TimelineStep[] => {
  const entryOf = (wanted: OrderStatus) => history.find((entry) => entry.status === wanted);
  const step = (of: OrderStatus, state: TimelineStep['state']): TimelineStep => {
    const entry = entryOf(of);
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
  const cancelled = step('cancelled', 'stopped');
  if (!refunded) return [...run, cancelled];
  const { reason: _, ...refund } = step('refunding', 'done');
  const explanation = `This order is cancelled. ${formatMoney(refunded)} went back to your card.`;
  return [...run, { ...refund, label: 'Refunded' }, { ...cancelled, explanation }];
};
