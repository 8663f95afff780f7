import type { OrderStatus } from '@quayside/contracts';

/**
 * The flag flown at each step, after its meaning at sea: K "I wish to communicate", D "I manoeuvre", C "yes",
 * R "received", P "about to sail", Q "free to enter port", N "no".
 */
export const statusFlag: Record<OrderStatus, string> = {
  submitted: 'K',
  'awaiting-validation': 'D',
  'stock-confirmed': 'C',
  paid: 'R',
  shipped: 'P',
  delivered: 'Q',
  refunding: 'T',
  cancelled: 'N',
};
