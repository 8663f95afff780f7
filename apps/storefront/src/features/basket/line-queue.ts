import type { Basket } from '@quayside/contracts';
import type { Result } from '../../api/result.ts';

/** How many are wanted of the lines whose wish is not fulfilled yet; 0 is to take a line out. */
export type Wanted = ReadonlyMap<number, number>;

interface Dependencies {
  send: (itemId: number, quantity: number) => Promise<Result<Basket>>;
  onWanted: (wanted: Wanted) => void;
  /** Of the last wish of a line, or of one that was refused. */
  onSettled: (itemId: number, result: Result<Basket>) => void;
}

/**
 * One request at a time for each line: while it is under way the shopper may change their mind as often as they like, and
 * then the last wish alone is sent. A refusal ends what was wished of its line.
 */
export const createLineQueue = ({ send, onWanted, onSettled }: Dependencies) => {
  const wanted = new Map<number, number>();
  const underWay = new Set<number>();
  const told = () => onWanted(new Map(wanted));

  const run = async (itemId: number): Promise<void> => {
    underWay.add(itemId);
    for (;;) {
      const quantity = wanted.get(itemId);
      if (quantity === undefined) break;
      const result = await send(itemId, quantity);
      if (result.ok && wanted.get(itemId) !== quantity) continue;
      wanted.delete(itemId);
      told();
      onSettled(itemId, result);
    }
    underWay.delete(itemId);
  };

  return {
    want: (itemId: number, quantity: number): void => {
      wanted.set(itemId, quantity);
      told();
      if (!underWay.has(itemId)) void run(itemId);
    },
  };
};

/** The basket as the shopper wants it. Its prices are of before until the shop has answered. */
export const asWanted = (basket: Basket, wanted: Wanted): Basket =>
  wanted.size === 0
    ? basket
    : {
        ...basket,
        items: basket.items
          .filter(({ itemId }) => wanted.get(itemId) !== 0)
          .map((line) => ({ ...line, quantity: wanted.get(line.itemId) ?? line.quantity })),
      };
