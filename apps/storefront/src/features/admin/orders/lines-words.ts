import type { StaffOrder } from '@quayside/contracts';

/** "2 × Storm lantern, 1 × Oilskin jacket". */
export const linesWords = (
  { items }: Pick<StaffOrder, 'items'>,
  lines: readonly { itemId: number; quantity: number }[],
): string =>
  lines
    .map(({ itemId, quantity }) => {
      const name = items.find((line) => line.itemId === itemId)?.name ?? `item ${itemId}`;
      return `${quantity} × ${name}`;
    })
    .join(', ');
