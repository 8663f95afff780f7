/** Whether more was typed than there may be. */
export const isTooMany = (typed: string, max: number): boolean => /^\d+$/.test(typed) && Number(typed) > max;

/** What somebody who typed `typed` wants, from 1 to `max`; what is no number, or no change, leaves it as it is. */
export const wantedQuantity = (
  typed: string,
  { quantity, max }: { quantity: number; max: number },
): number =>
  /^\d{1,9}$/.test(typed) && Number(typed) !== quantity
    ? Math.min(Math.max(Number(typed), 1), Math.max(max, 1))
    : quantity;
