import { asDecimal, type Money } from '@quayside/contracts/money';
import { csvLine } from '@quayside/http';
import type { Order } from '../domain/order.ts';
import { movedMoney } from '../domain/payment-ledger.ts';
import { staffOrderRow } from './staff-order-row.ts';

const head = [
  ...['number', 'placed', 'customer', 'email', 'country', 'units', 'products'],
  ...['goods', 'discount', 'shipping', 'tax', 'total', 'currency', 'charged', 'refunded'],
  ...['payment', 'fulfilment', 'status', 'tracking'],
];

const figure = (money: Money): number => Number(asDecimal(money));

const lineOf = (order: Order, now: Date): string => {
  const { number, placedAt, buyer, country, units, payment, fulfilment, status } = staffOrderRow(order, now);
  const { items, discount, shipping, tax, total } = order.totals;
  const { charged, refunded } = movedMoney(order);
  const tracking = order.fulfilment.shipments.flatMap((one) => one.tracking ?? []);
  return csvLine([
    ...[number, placedAt, buyer.name, buyer.email, country, units],
    order.lines.map(({ quantity, name }) => `${quantity} × ${name}`).join('; '),
    ...[items, discount, shipping, tax, total].map(figure),
    ...[total.currency, figure(charged), figure(refunded), payment, fulfilment, status],
    tracking.join('; '),
  ]);
};

/** A file of orders, line by line; by the mark at its beginning spreadsheets know that it is UTF-8. */
export async function* orderCsv(orders: AsyncIterable<Order>, now: Date): AsyncGenerator<string> {
  yield `\u{FEFF}${csvLine(head)}`;
  for await (const order of orders) yield lineOf(order, now);
}
