import type { Money, PriceBreakdown } from '@quayside/contracts';

/** What a line costs before discounts and added taxes, as its breakdown says it. */
export const subtotalOf = (
  price: PriceBreakdown,
  line: { readonly itemId: number; readonly unitPrice: Money },
): Money => price.lines.find(({ itemId }) => itemId === line.itemId)?.subtotal ?? line.unitPrice;
