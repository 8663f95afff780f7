import { describe, expect, test } from '@jest/globals';
import { answerTo, apply, at, cancel, details, paidOrder, usd } from '../../test/an-order.ts';
import { evolve } from './evolve.ts';
import type { Units } from './fulfilment-entry.ts';
import { actionsOf } from './order-actions.ts';
import type { OrderCommand } from './order-command.ts';
import type { Order } from './order.ts';
import { movedMoney, openRefund } from './payment-ledger.ts';

const lanterns = (quantity: number): Units => ({ itemId: 1, quantity });
const jackets = (quantity: number): Units => ({ itemId: 2, quantity });
const prepare = (id: string, ...lines: Units[]): OrderCommand => ({
  type: 'prepare-shipment',
  at,
  shipment: { id, lines },
});
const ship = (shipmentId: string): OrderCommand => ({ type: 'ship', at, shipmentId, carrier: 'Post' });
const deliver = (shipmentId: string): OrderCommand => ({ type: 'deliver', at, shipmentId });
const sendBack = (id: string, ...lines: Units[]): OrderCommand => ({
  type: 'request-return',
  at,
  by: 'buyer',
  return: { id, lines, reason: 'Too small' },
});
const approve = (returnId: string): OrderCommand => ({ type: 'approve-return', at, returnId });
const refuse = (returnId: string): OrderCommand => ({ type: 'refuse-return', at, returnId, refusal: 'Worn' });
const receive = (returnId: string, ...restocked: Units[]): OrderCommand => ({
  type: 'receive-return',
  at,
  returnId,
  restocked,
});
const refundReturn = (returnId: string): OrderCommand => ({ type: 'refund-return', at, returnId });
const cancelLines = (cancellationId: string, ...lines: Units[]): OrderCommand => ({
  type: 'cancel-lines',
  at,
  by: 'admin',
  cancellationId,
  lines,
  reason: 'Not to be had',
});
const refund = (requestId: string, amount: number): OrderCommand => ({
  type: 'request-refund',
  at,
  by: 'admin',
  requestId,
  reason: 'A scratch',
  request: { amount: usd(amount) },
});
/** The payment company gives back whatever it is asked for. */
const settle = (order: Order): Order => {
  const open = openRefund(order);
  if (!open) return order;
  const record: OrderCommand = { type: 'record-refund', at, key: open.key, refundId: `re_${open.key}` };
  return settle(apply(order, record) as Order);
};
const settled = (...commands: OrderCommand[]): Order =>
  commands.reduce((order, command) => settle(apply(order, command) as Order), paidOrder());
const deliveredAll = [prepare('s1', lanterns(3), jackets(1)), ship('s1'), deliver('s1')];
const statusesOf = (order: Order) => order.history.slice(4).map(({ status }) => status);

describe('a paid order', () => {
  test('leaves in parts, each with its own course', () => {
    const order = settled(
      ...[prepare('s1', lanterns(2)), ship('s1'), prepare('s2', lanterns(1), jackets(1)), deliver('s1')],
      ...[ship('s2'), deliver('s2')],
    );
    expect(statusesOf(order)).toEqual(['partly-shipped', 'shipped', 'delivered']);
    expect(order.progress.stage).toBe('completed');
    expect(order.fulfilment.shipments).toMatchObject([
      { id: 's1', state: 'delivered', carrier: 'Post' },
      { id: 's2', state: 'delivered', carrier: 'Post' },
    ]);
  });

  test.each<[string, string, OrderCommand[], OrderCommand]>([
    ['a parcel of more than was ordered', 'shipment-exceeds-order', [], prepare('s1', lanterns(4))],
    ['a parcel of another item', 'shipment-exceeds-order', [], prepare('s1', { itemId: 3, quantity: 1 })],
    ['a parcel of nothing', 'shipment-exceeds-order', [], prepare('s1')],
    [
      'a parcel of what is in another',
      'shipment-exceeds-order',
      [prepare('s1', lanterns(2))],
      prepare('s2', lanterns(2)),
    ],
    [
      'a parcel of what was cancelled',
      'shipment-exceeds-order',
      [cancelLines('c1', lanterns(2))],
      prepare('s1', lanterns(2)),
    ],
    ['a parcel of half a unit', 'shipment-exceeds-order', [], prepare('s1', lanterns(0.5))],
    ['the departure of a parcel that is not there', 'shipment-not-found', [], ship('s1')],
    [
      'the arrival of a parcel that did not leave',
      'order-transition-refused',
      [prepare('s1', lanterns(1))],
      deliver('s1'),
    ],
    [
      'a return of what was not delivered',
      'return-exceeds-delivery',
      [prepare('s1', lanterns(2)), ship('s1')],
      sendBack('r1', lanterns(1)),
    ],
    [
      'a return of more than was delivered',
      'return-exceeds-delivery',
      [...deliveredAll, sendBack('r1', lanterns(2))],
      sendBack('r2', lanterns(2)),
    ],
    [
      'to put more on the shelf than came back',
      'return-invalid',
      [...deliveredAll, sendBack('r1', lanterns(1)), approve('r1')],
      receive('r1', lanterns(2)),
    ],
    [
      'to take in what was not approved',
      'order-transition-refused',
      [...deliveredAll, sendBack('r1', lanterns(1))],
      receive('r1'),
    ],
    [
      'the money of a return that did not arrive',
      'order-transition-refused',
      [...deliveredAll, sendBack('r1', lanterns(1)), approve('r1')],
      refundReturn('r1'),
    ],
    ['a return that is not there', 'return-not-found', deliveredAll, approve('r1')],
    ['to cancel more than is left', 'cancellation-exceeds-order', [], cancelLines('c1', lanterns(4))],
    [
      'to cancel what is in a parcel',
      'cancellation-exceeds-order',
      [prepare('s1', lanterns(3))],
      cancelLines('c1', lanterns(1)),
    ],
    ['a refund above the charge', 'refund-exceeds-charge', [], refund('f1', 19_159)],
    [
      'a refund above what is left of it',
      'refund-exceeds-charge',
      [refund('f1', 10_000)],
      refund('f2', 9159),
    ],
    ['a refund of nothing', 'refund-invalid', [], refund('f1', 0)],
    ['a refund below nothing', 'refund-invalid', [], refund('f1', -1)],
    [
      'a refund in another currency',
      'refund-invalid',
      [],
      { ...(refund('f1', 1) as object), request: { amount: { amount: 1, currency: 'EUR' } } } as OrderCommand,
    ],
  ])('refuses %s: %s', (_, refusal, sequence, command) => {
    const order = settled(...sequence);
    expect(answerTo(command, order)).toEqual({ events: [], refusal });
  });

  test('that is cancelled in part gives back what those units were paid with, and ends with the rest', () => {
    const order = settled(
      cancelLines('c1', jackets(1)),
      prepare('s1', lanterns(3)),
      ship('s1'),
      deliver('s1'),
    );
    expect(order.progress.stage).toBe('completed');
    // 12,900 less its part of the discount, with its part of the tax.
    expect(movedMoney(order)).toEqual({ charged: usd(19_158), refunded: usd(12_539) });
    expect(statusesOf(order)).toEqual(['partly-refunded', 'shipped', 'partly-refunded']);
  });

  test('of which the last units are cancelled is cancelled, shipping and all', () => {
    const order = settled(cancelLines('c1', lanterns(3)), cancelLines('c2', jackets(1)));
    expect(order.status).toBe('cancelled');
    expect(movedMoney(order)).toEqual({ charged: usd(19_158), refunded: usd(19_158) });
  });

  test('of which the rest is cancelled when a part has left is completed when that arrives', () => {
    const order = settled(
      ...[prepare('s1', lanterns(3)), ship('s1'), deliver('s1'), cancelLines('c1', jackets(1))],
    );
    expect(order.progress.stage).toBe('completed');
    expect(answerTo(cancel, order).refusal).toBe('order-not-cancellable');
  });

  test('is refunded in parts to the last unit, and no further', () => {
    const order = settled(refund('f1', 1), refund('f2', 9999), refund('f3', 9158));
    expect(order.status).toBe('refunded');
    expect(answerTo(refund('f4', 1), order).refusal).toBe('refund-exceeds-charge');
    expect(actionsOf(order, 'staff', at)).not.toContain('refund');
  });
});

describe('what was delivered', () => {
  test('comes back by way of its approval, and is paid back when it was taken in', () => {
    const order = settled(
      ...[...deliveredAll, sendBack('r1', lanterns(3), jackets(1)), approve('r1')],
      ...[receive('r1', jackets(1)), refundReturn('r1')],
    );
    expect(statusesOf(order)).toEqual(['shipped', 'delivered', 'returned']);
    expect(order.fulfilment.returns).toMatchObject([{ state: 'refunded', restocked: [jackets(1)] }]);
    // All but the shipping.
    expect(movedMoney(order).refunded).toEqual(usd(19_158 - 790));
  });

  test('may be sent back again when its return was refused before it came, and not after', () => {
    const refused = settled(...deliveredAll, sendBack('r1', jackets(1)), refuse('r1'));
    expect(answerTo(sendBack('r2', jackets(1)), refused).events).toHaveLength(1);
    const takenIn = settled(
      ...deliveredAll,
      sendBack('r1', jackets(1)),
      approve('r1'),
      receive('r1'),
      refuse('r1'),
    );
    expect(answerTo(sendBack('r2', jackets(1)), takenIn).refusal).toBe('return-exceeds-delivery');
    expect(takenIn.status).toBe('delivered');
  });
});

describe('the actions of an order', () => {
  test.each<[string, Order, string[], string[]]>([
    ['submitted and paid', paidOrder(), ['cancel'], ['cancel', 'ship', 'cancel-lines', 'refund']],
    [
      'partly shipped',
      settled(prepare('s1', lanterns(1)), ship('s1')),
      [],
      ['ship', 'cancel-lines', 'refund'],
    ],
    ['delivered', settled(...deliveredAll), ['return'], ['refund']],
    ['cancelled', settled(cancel), [], []],
  ])('%s', (_, order, buyer, staff) => {
    expect(actionsOf(order, 'buyer', at)).toEqual(buyer);
    expect(actionsOf(order, 'staff', at)).toEqual(staff);
  });

  test('a repeat of each step changes nothing', () => {
    const steps = [
      ...deliveredAll,
      sendBack('r1', lanterns(1)),
      approve('r1'),
      receive('r1'),
      refundReturn('r1'),
    ];
    let order = paidOrder();
    for (const step of steps) {
      order = answerTo(step, order).events.reduce(evolve, order);
      expect(answerTo(step, order)).toEqual({ events: [] });
    }
    expect(details.lines).toBe(order.lines);
  });
});
