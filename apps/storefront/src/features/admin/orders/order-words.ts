import type { FulfilmentState, OrderStage, OrderStatus, PaymentState } from '@quayside/contracts';

export const stageWords: Record<OrderStage, string> = {
  submitted: 'Submitted',
  'awaiting-validation': 'Awaiting stock',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
};

export const paymentWords: Record<PaymentState, string> = {
  none: 'Not charged',
  'awaiting-buyer': 'To be confirmed',
  declined: 'Declined',
  paid: 'Paid',
  'due-back': 'Refund under way',
  'partly-refunded': 'Partly refunded',
  refunded: 'Refunded',
};

export const fulfilmentWords: Record<FulfilmentState, string> = {
  none: 'Nothing to send',
  'to-ship': 'To ship',
  'partly-shipped': 'Partly shipped',
  shipped: 'On its way',
  delivered: 'Delivered',
  'return-open': 'Return open',
  returned: 'Returned',
};

export const statusWords: Record<OrderStatus, string> = {
  submitted: 'Submitted',
  'awaiting-validation': 'Awaiting stock',
  'stock-confirmed': 'Being charged',
  'payment-declined': 'Payment declined',
  paid: 'Paid',
  'partly-shipped': 'Partly shipped',
  shipped: 'Shipped',
  delivered: 'Delivered',
  'partly-refunded': 'Partly refunded',
  refunded: 'Refunded',
  returned: 'Returned',
  refunding: 'Refunding',
  cancelled: 'Cancelled',
};
