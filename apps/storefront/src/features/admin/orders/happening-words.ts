import type { OrderHappening } from '@quayside/contracts';

const words: Readonly<Record<string, string>> = {
  'order-submitted': 'Placed',
  'grace-period-ended': 'Grace period over, stock asked for',
  'stock-confirmed': 'Stock reserved',
  'charge-begun': 'Charge begun',
  'buyer-asked': 'The customer is to confirm the payment',
  'visit-ended': 'Back from the payment company, or does not go on there',
  'order-paid': 'Charged',
  'charge-declined': 'Payment declined',
  'charge-ruled-out': 'Charge never reached the payment company',
  'charge-found': 'A charge surfaced that nobody wanted any more',
  'payment-retried': 'Paid anew, by another card or by bank',
  'refund-begun': 'Refund asked for',
  'order-refunded': 'Refunded',
  'lines-cancelled': 'Units cancelled',
  'shipment-prepared': 'Parcel packed',
  'shipment-shipped': 'Parcel sent',
  'shipment-delivered': 'Parcel delivered',
  'return-requested': 'Return asked for',
  'return-approved': 'Return approved',
  'return-refused': 'Return refused',
  'return-received': 'Return received',
  'return-settled': 'Return settled without money',
  'order-completed': 'Completed',
  'order-cancelled': 'Cancelled',
  'address-changed': 'Address changed',
  'buyer-anonymised': 'Customer forgotten',
  'link-requested': 'A new link asked for',
  'order-claimed': 'Taken into the account of the guest',
};

export const happeningWords = ({ type }: Pick<OrderHappening, 'type'>): string =>
  words[type] ?? type.replace(/^became-/, '').replaceAll('-', ' ');

const actors: Readonly<Record<string, string>> = {
  buyer: 'the customer',
  admin: 'staff',
  ordering: 'the order itself',
  catalog: 'the stock',
  payment: 'the payment company',
};

export const whoDid = ({ by, staff }: Pick<OrderHappening, 'by' | 'staff'>): string =>
  staff ? (staff.name ?? 'somebody whose account is gone') : (actors[by] ?? by);
