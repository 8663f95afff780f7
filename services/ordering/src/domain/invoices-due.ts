import type { InvoiceContent, InvoiceLine } from './invoice.ts';
import type { Order } from './order.ts';
import type { RefundEntry } from './payment-entry.ts';
import { paidBy, payingCharge, refundsOf } from './payment-ledger.ts';

const about = (order: Order) => ({
  orderId: order.id,
  orderNumber: order.number,
  orderVersion: order.version,
  destination: {
    country: order.shippingAddress.country,
    ...(order.shippingAddress.state !== undefined && { state: order.shippingAddress.state }),
  },
  orderedAt: order.submittedAt,
});

const paidWith = (order: Order) => (paidBy(order) === 'bank' ? ({ method: 'bank' } as const) : {});

const namesOf = ({ name, names }: Pick<Order['lines'][number], 'name' | 'names'>) => ({
  name,
  ...(names && { names }),
});

const soldLine = (order: Order, at: number): InvoiceLine[] => {
  const [line, priced] = [order.lines[at], order.price.lines[at]];
  if (!line || !priced) return [];
  const { itemId, quantity, unitPrice, subtotal, adjustments, taxes, total: amount } = priced;
  return [{ ...{ itemId, ...namesOf(line), quantity, unitPrice, subtotal, adjustments, taxes }, amount }];
};

const creditNote = (order: Order, refund: RefundEntry): InvoiceContent[] => {
  const { key: cause, at: paidAt, split, amount: total } = refund;
  // Money that came in excess paid for nothing.
  if (!split || refund.state !== 'succeeded') return [];
  const lines = split.lines.flatMap(({ itemId, quantity, taxes, amount }): InvoiceLine[] => {
    const line = order.lines.find((one) => one.itemId === itemId);
    const { unitPrice } = line ?? { unitPrice: amount };
    const called = line ? namesOf(line) : { name: String(itemId) };
    return [{ itemId, ...called, quantity, unitPrice, adjustments: [], taxes, amount }];
  });
  const shipping = { ...namesOf(order.price.shipping), ...split.shipping };
  const paid = { ...paidWith(order), paidAt };
  return [{ kind: 'credit-note', cause, ...about(order), ...paid, lines, shipping, total }];
};

/**
 * What is to be issued about an order: an invoice once it is paid, and a credit note for each refund that was made, in
 * this order. Tax is due with the payment, and the payment is of the whole, whatever is sent when.
 */
export const invoicesDue = (order: Order): InvoiceContent[] => {
  const charge = payingCharge(order);
  if (!charge) return [];
  const { taxes, total: amount } = order.price.shipping;
  const invoice: InvoiceContent = {
    ...{ kind: 'invoice', cause: charge.key, ...about(order), ...paidWith(order), paidAt: charge.at },
    lines: order.lines.flatMap((_, at) => soldLine(order, at)),
    shipping: { ...namesOf(order.price.shipping), taxes, amount },
    totals: order.totals,
    total: order.totals.total,
  };
  return [invoice, ...refundsOf(order).flatMap((refund) => creditNote(order, refund))];
};
