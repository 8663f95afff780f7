import type { Return, Shipment, Units } from './fulfilment-entry.ts';
import type { Order } from './order.ts';

type WithFulfilment = Pick<Order, 'lines' | 'fulfilment'>;

/** Units by item id. */
type Tally = ReadonlyMap<number, number>;

export const tally = (...lists: readonly (readonly Units[])[]): Tally => {
  const units = new Map<number, number>();
  for (const { itemId, quantity } of lists.flat()) units.set(itemId, (units.get(itemId) ?? 0) + quantity);
  return units;
};

const minus = (from: Tally, taken: Tally): Tally =>
  new Map([...from].map(([itemId, quantity]) => [itemId, quantity - (taken.get(itemId) ?? 0)]));

export const unitsIn = (units: Tally): number => [...units.values()].reduce((all, one) => all + one, 0);

const shipped = ({ fulfilment }: WithFulfilment, ...states: Shipment['state'][]): Tally =>
  tally(...fulfilment.shipments.filter(({ state }) => states.includes(state)).map(({ lines }) => lines));

const returned = ({ fulfilment }: WithFulfilment, is: (one: Return) => boolean): Tally =>
  tally(...fulfilment.returns.filter(is).map(({ lines }) => lines));

/** What the buyer is to have: ordered and not cancelled. */
export const unitsWanted = (order: WithFulfilment): Tally =>
  minus(tally(order.lines), tally(...order.fulfilment.cancellations.map(({ lines }) => lines)));

/** What is in no parcel yet. */
export const unitsToShip = (order: WithFulfilment): Tally =>
  minus(unitsWanted(order), shipped(order, 'prepared', 'shipped', 'delivered'));

export const unitsUnderWay = (order: WithFulfilment): Tally => shipped(order, 'shipped');
export const unitsDelivered = (order: WithFulfilment): Tally => shipped(order, 'delivered');

/** What was delivered and is in no return. */
export const unitsToReturn = (order: WithFulfilment): Tally =>
  minus(
    unitsDelivered(order),
    returned(order, ({ state, restocked }) => state !== 'refused' || restocked !== undefined),
  );

export const unitsBack = (order: WithFulfilment): Tally =>
  returned(order, ({ state }) => state === 'received' || state === 'refunded');

/** Whether the units are some, whole and of these at most. */
export const areWithin = (lines: readonly Units[], available: Tally): boolean =>
  lines.length > 0 &&
  lines.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0) &&
  [...tally(lines)].every(([itemId, quantity]) => quantity <= (available.get(itemId) ?? 0));

export const sameUnits = (a: readonly Units[], b: readonly Units[]): boolean => {
  const [left, right] = [tally(a), tally(b)];
  return left.size === right.size && [...left].every(([itemId, quantity]) => right.get(itemId) === quantity);
};

export const hasLeft = (order: WithFulfilment): boolean =>
  order.fulfilment.shipments.some(({ state }) => state !== 'prepared');

export const asLines = (units: Tally): Units[] =>
  [...units].flatMap(([itemId, quantity]) => (quantity > 0 ? [{ itemId, quantity }] : []));
