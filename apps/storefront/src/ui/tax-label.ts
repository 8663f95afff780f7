import type { TaxLine } from '@quayside/contracts/money';

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });

/** "VAT 20%, included" where the tax is in the prices, "Sales tax 7.25%" where it is added. */
export const taxLabel = ({ name, rate, included }: Pick<TaxLine, 'name' | 'rate' | 'included'>): string =>
  `${name} ${percent.format(rate / 10_000)}${included ? ', included' : ''}`;
