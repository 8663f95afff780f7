let known: ReadonlySet<string> | undefined;
const decimals = new Map<string, number>();

/** Whether a code is a currency of ISO 4217: `USD` is, `usd` and `ZZZ` are not. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known.has(code);
}

/** How many decimals an amount of this currency is written with: 2 for `EUR`, 0 for `JPY`, 3 for `KWD`. */
export function decimalsOf(currency: string): number {
  const found = decimals.get(currency);
  if (found !== undefined) return found;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, digits);
  return digits;
}
