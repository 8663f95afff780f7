import type { Order } from './order.ts';
import type { Command } from './order-command.ts';
import type { OrderEvent } from './order-event.ts';

/** So many links a day: a mailbox is not to be filled by whoever knows an order's number and address. */
const linksADay = 3;
const dayMs = 24 * 60 * 60 * 1000;

/** When links were asked for in the day before. */
export const linksOfDay = (askedAt: readonly string[], now: string): readonly string[] =>
  askedAt.filter((at) => Date.parse(at) > Date.parse(now) - dayMs);

/** What guests and those they turn out to be want of an order. Of one that is not a guest's any more, nothing. */
export const decideGuest = (
  command: Command<'request-link' | 'claim-order'>,
  order: Order,
): readonly OrderEvent[] => {
  const { reach } = order.buyer;
  if (!reach) return [];
  const { at } = command;
  if (command.type === 'claim-order')
    return [{ type: 'order-claimed', at, by: 'ordering', buyer: command.buyer }];
  const isTooOften = linksOfDay(reach.linksAskedAt, at).length >= linksADay;
  return isTooOften ? [] : [{ type: 'link-requested', at, by: 'buyer' }];
};
