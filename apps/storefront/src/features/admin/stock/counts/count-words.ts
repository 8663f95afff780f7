import type { StockTake } from '@quayside/contracts';

export const stockTakeStates = { open: 'Being counted', booked: 'Booked' } as const;

const units = (count: number, what: string): string[] => (count > 0 ? [`${count} ${what}`] : []);

/** What a sheet comes to so far. */
export const differenceWords = ({ differing, surplus, missing }: StockTake): string =>
  differing === 0 ? 'none' : [...units(missing, 'missing'), ...units(surplus, 'more')].join(', ');

export const signed = (units: number): string => (units > 0 ? `+${units}` : String(units));

export const lineViews = {
  all: 'All',
  open: 'Not counted',
  counted: 'Counted',
  differing: 'Differing',
} as const;
export type LineView = keyof typeof lineViews;

/** The view that an address asks for. */
export const lineViewOf = (asked: string | string[] | undefined): LineView =>
  typeof asked === 'string' && asked in lineViews ? (asked as LineView) : 'all';
