import { asDecimal } from '@quayside/contracts/money';
import { csvLine } from '@quayside/http';
import type { Order } from '../domain/order.ts';
import { movedMoney } from '../domain/payment-ledger.ts';
import { staffOrderRow } from './staff-order-row.ts';

const head = [
  ...['number', 'placed', 'customer', 'email', 'country', 'units', 'total', 'currency'],
  ...['charged', 'refunded', 'payment', 'fulfilment', 'status'],
];

/** A file of orders, line by line. */
export async function* orderCsv(orders: AsyncIterable<Order>, now: Date): AsyncGenerator<string> {
  yield csvLine(head);
  for await (const order of orders) {
    const { number, placedAt, buyer, country, units, total, payment, fulfilment, status } = staffOrderRow(
      order,
      now,
    );
    const { charged, refunded } = movedMoney(order);
    yield csvLine([
      ...[
        number,
        placedAt,
        buyer.name,
        buyer.email,
        country,
        units,
        Number(asDecimal(total)),
        total.currency,
      ],
      ...[Number(asDecimal(charged)), Number(asDecimal(refunded)), payment, fulfilment, status],
    ]);
  }
}
