import type { BulkAction } from '@quayside/contracts';
import { parseMoney } from '../../../../ui/money.ts';
export type BulkKind = 'publish' | 'archive' | 'price' | 'category' | 'add-tag' | 'remove-tag';

/** What stands in the dialog. */
export interface Wanted {
  readonly kind: BulkKind;
  readonly by: 'percent' | 'amount';
  readonly direction: 'up' | 'down';
  readonly figure: string;
  /** Empty: none is chosen. */
  readonly categoryId: string;
  readonly tag: string;
  readonly currency: string;
}

const priceActionOf = ({ by, direction, figure, currency }: Wanted): BulkAction | undefined => {
  const sign = direction === 'up' ? 1 : -1;
  if (by === 'percent') {
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(figure.trim())) return undefined;
    const percent = sign * Number(figure);
    return percent === 0 || percent < -90 || percent > 500
      ? undefined
      : { type: 'price-by-percent', currency, percent };
  }
  const money = parseMoney(figure, currency);
  if (!money || money.amount < 1 || money.amount > 100_000_000) return undefined;
  return {
    type: 'price-by-amount',
    currency,
    amount: direction === 'up' ? money.amount : 0 - Number(money.amount),
  };
};

/** The action that is asked for, or undefined while the figure is none. */
export const actionOf = (wanted: Wanted): BulkAction | undefined => {
  const { kind, categoryId, tag } = wanted;
  switch (kind) {
    case 'publish':
    case 'archive':
      return { type: kind };
    case 'category':
      return categoryId === '' ? undefined : { type: kind, categoryId: Number(categoryId) };
    case 'add-tag':
    case 'remove-tag':
      return tag.trim() === '' ? undefined : { type: kind, tag: tag.trim() };
    case 'price':
      return priceActionOf(wanted);
    default:
      return kind satisfies never;
  }
};
