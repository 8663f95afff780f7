import { expect, test } from '@jest/globals';
import { add, compare, refundOf, subtract, sum, zero, type Refund } from '@quayside/contracts/money';
import fc from 'fast-check';
import { answerTo, at, details, usd } from '../../test/an-order.ts';
import { asked, fate, world } from '../../test/order-world.ts';
import { dueWorkOf } from './due-work.ts';
import { asLines, tally, unitsDelivered, unitsIn, unitsToShip } from './fulfilment.ts';
import { actionsOf } from './order-actions.ts';
import type { OrderCommand } from './order-command.ts';
import type { Order } from './order.ts';
import { chargesOf, movedMoney, refundsOf } from './payment-ledger.ts';

const total = details.totals.total;
const nothing = zero('USD');

const sumOf = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0);

test('whatever happens in whatever sequence, money in is what was paid less what was refunded', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(asked, { nil: undefined, freq: 2 }), { maxLength: 60 }),
      fc.array(fate, { maxLength: 5 }),
      fc.boolean(),
      (all, fates, inStock) => {
        const wishes = [...all];
        const it = world([...fates]);
        const wish = (): void => {
          const next = wishes.shift();
          if (next) it.put(next);
        };
        while (wishes.length > 0) {
          wish();
          it.work(inStock, wish);
          const { charged, refunded } = movedMoney(it.order());
          expect(refunded.amount).toBeLessThanOrEqual(charged.amount);
        }
        for (let turn = 0; turn < 40; turn += 1) {
          it.work(inStock, () => undefined);
          it.surface();
          it.endHold();
        }

        const order = it.order();
        const { charged, refunded } = movedMoney(order);
        expect(dueWorkOf(order, at)).toBeUndefined();
        expect(it.company.waiting.size).toBe(0);
        expect(charged.amount).toBe(it.company.charged.size * total.amount);
        expect(refunded.amount).toBe(sumOf(it.company.refunded.values()));
        const kept = subtract(charged, refunded);
        if (order.progress.stage === 'cancelled') expect(kept).toEqual(nothing);
        else {
          const given = refundsOf(order).flatMap(({ split }) => (split ? [split.total] : []));
          expect(kept).toEqual(subtract(total, sum(given, 'USD')));
        }
        expect(
          chargesOf(order).filter(({ state, isExcess }) => state === 'succeeded' && !isExcess).length,
        ).toBeLessThanOrEqual(1);
        expect(rest(order)).toEqual(
          subtract(
            total,
            sum(
              refundsOf(order).flatMap(({ split }) => split?.total ?? []),
              'USD',
            ),
          ),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

/** What the lines and the shipping say is left, added up. */
const rest = (order: Order) => {
  const splits = refundsOf(order).flatMap(({ split }): Refund[] => (split ? [split] : []));
  const back = (parts: readonly { amount: typeof total }[]) =>
    parts.map(({ amount }) => amount).reduce(add, nothing);
  const given = splits.map((split) => add(back(split.lines), split.shipping.amount)).reduce(add, nothing);
  return subtract(total, given);
};

test('whatever happens in whatever sequence, no unit is shipped twice or comes back that did not go', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 80 }), (wishes) => {
      const it = world([]);
      for (let turn = 0; turn < 3; turn += 1) it.work(true, () => undefined);
      for (const wish of wishes) {
        it.put(wish);
        it.work(true, () => undefined);
        const order = it.order();
        const { shipments, returns, cancellations } = order.fulfilment;
        const out = tally(...shipments.map((one) => one.lines), ...cancellations.map((one) => one.lines));
        const back = tally(...returns.filter(({ state }) => state !== 'refused').map((one) => one.lines));
        for (const { itemId, quantity } of order.lines) {
          expect(out.get(itemId) ?? 0).toBeLessThanOrEqual(quantity);
          expect(back.get(itemId) ?? 0).toBeLessThanOrEqual(unitsDelivered(order).get(itemId) ?? 0);
        }
        for (const { lines: all, restocked = [] } of returns) {
          for (const [itemId, quantity] of tally(restocked)) {
            expect(quantity).toBeLessThanOrEqual(tally(all).get(itemId) ?? 0);
          }
        }
        if (order.progress.stage === 'completed') expect(unitsIn(unitsToShip(order))).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('whatever happened, an action that is offered is not refused, and one that is not offered is', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 40 }), fc.array(fate, { maxLength: 3 }), (wishes, fates) => {
      const it = world([...fates]);
      for (const wish of wishes) {
        it.work(true, () => undefined);
        it.put(wish);
        const order = it.order();
        const offered = [...actionsOf(order, 'buyer', at), ...actionsOf(order, 'staff', at)];
        const one = asLines(unitsToShip(order))
          .map(({ itemId }) => ({ itemId, quantity: 1 }))
          .slice(0, 1);
        const tried: [string, OrderCommand][] = [
          ['cancel', { type: 'cancel-order', at, by: 'buyer', reason: 'x' }],
          ['pay', { type: 'pay-again', at, paymentToken: 'tok_new' }],
          ['ship', { type: 'prepare-shipment', at, shipment: { id: 'new', lines: one } }],
          [
            'refund',
            {
              type: 'request-refund',
              at,
              by: 'admin',
              requestId: 'new',
              reason: 'x',
              request: { amount: usd(1) },
            },
          ],
        ];
        for (const [action, command] of tried) {
          const { refusal, events } = answerTo(command, order);
          expect([action, offered.includes(action as never)]).toEqual([
            action,
            !refusal && events.length > 0,
          ]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a refund of all that is left, after whatever was refunded before, leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 6 }), (amounts) => {
      const splits: Refund[] = [];
      let left = total;
      for (const amount of [...amounts.filter((one) => compare(usd(one), left) <= 0)]) {
        if (compare(usd(amount), left) > 0) continue;
        splits.push(refundOf(details.price, splits, { amount: usd(amount) }));
        left = subtract(left, usd(amount));
      }
      if (left.amount > 0) splits.push(refundOf(details.price, splits, { amount: left }));
      expect(
        sum(
          splits.map((split) => split.total),
          'USD',
        ),
      ).toEqual(total);
    }),
  );
});
