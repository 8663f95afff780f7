import type { SalesQueryInput } from '@quayside/contracts';
import type { AskedParams } from '../table/table-query.ts';

export const spans = { '7': '7 days', '30': '30 days', '90': '90 days', '365': 'A year' } as const;
export type Span = keyof typeof spans;
const usualSpan: Span = '30';

const dayMs = 86_400_000;
const isSpan = (text: unknown): text is Span => typeof text === 'string' && text in spans;
const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

interface AskedPeriod {
  /** Undefined where two days were named instead. */
  readonly span: Span | undefined;
  readonly query: SalesQueryInput;
}

/** The period and currency that an address asks for; what cannot be one counts as not said. */
export const readPeriod = (asked: AskedParams): AskedPeriod => {
  const { from, to, span, currency } = asked;
  const chosen = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {};
  if (isDay(from) && isDay(to) && from <= to && Date.parse(to) - Date.parse(from) < 731 * dayMs) {
    return { span: undefined, query: { from, to, ...chosen } };
  }
  const days = isSpan(span) ? span : usualSpan;
  return { span: days, query: { days, ...chosen } };
};

/** The address of the overview for a period. */
export const overviewHref = (
  { span, query }: AskedPeriod,
  change: { span?: Span; currency?: string },
): string => {
  const next = change.span ?? span;
  const currency = change.currency ?? query.currency;
  const params = new URLSearchParams({
    ...(next ? { span: next } : { from: query.from ?? '', to: query.to ?? '' }),
    ...(currency && { currency }),
  });
  return `/admin/overview?${params.toString()}`;
};
