/** "2.4 %" of a whole, or undefined where there is none. */
export const shareOf = (part: number, whole: number): string | undefined => {
  if (whole === 0) return undefined;
  const percent = (part / whole) * 100;
  return `${percent.toLocaleString('en-US', { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`;
};
