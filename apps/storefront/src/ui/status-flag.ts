import type { OrderStatus } from '@quayside/contracts';

/**
 * The flag flown at each step, after its meaning at sea: K "I wish to communicate", D "I manoeuvre", C "yes",
 * R "received", P "about to sail", Q "free to enter port", N "no", U "you are running into danger", L "stop", S "I go
 * astern", B "being unloaded".
 */
export const statusFlag: Record<OrderStatus, string> = {
  submitted: 'K',
  'awaiting-validation': 'D',
  'stock-confirmed': 'C',
  'payment-declined': 'U',
  paid: 'R',
  'partly-shipped': 'L',
  shipped: 'P',
  delivered: 'Q',
  'partly-refunded': 'B',
  refunded: 'B',
  returned: 'S',
  refunding: 'T',
  cancelled: 'N',
};
