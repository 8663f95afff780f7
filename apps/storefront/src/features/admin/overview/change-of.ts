/** "+12 %" against what was before, or undefined where there is nothing to compare with. */
export const changeOf = (now: number, before: number): string | undefined => {
  if (before === 0) return undefined;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return '±0 %';
  return percent > 0 ? `+${percent.toLocaleString('en-US')} %` : `−${Math.abs(percent)} %`;
};
