import type { OrderMail } from '@quayside/contracts';

const kinds: Readonly<Record<string, string>> = {
  'order-confirmed': 'order confirmed',
  'payment-waiting': 'payment waits',
  'payment-declined': 'card declined',
  'order-shipped': 'parcel sent',
  'order-delivered': 'parcel delivered',
  'order-cancelled': 'order cancelled',
  'items-cancelled': 'units cancelled',
  'order-refunded': 'refund made',
  'return-approved': 'return approved',
  'return-refused': 'return refused',
  'return-received': 'return received',
  'order-link': 'link to the order',
  'payment-link': 'link to pay by',
};

const reasons: Readonly<Record<string, string>> = {
  refused: 'the mail server refused it',
  'too-many-attempts': 'no mail server took it for a day',
  'nothing-to-tell': 'there was nothing to tell, or nobody to tell it to, any more',
};

export const mailTitle = ({ kind }: Pick<OrderMail, 'kind'>): string =>
  `Mail: ${kinds[kind] ?? kind.replaceAll('-', ' ')}`;

/** What became of a mail, and how often it was sent again. */
export const mailState = ({ state, reason = '', resends }: OrderMail): string => {
  const again = resends === 0 ? '' : ` · sent again ${resends === 1 ? 'once' : `${resends} times`} by staff`;
  if (state === 'queued') return `Waits to be sent${again}`;
  return state === 'sent' ? `Sent${again}` : `Not sent: ${reasons[reason] ?? reason}${again}`;
};
