/** "3–5 working days", or nothing where nothing is promised. */
export const promiseOf = (days: { min: number; max: number } | undefined): string | undefined => {
  if (!days) return undefined;
  if (days.min === days.max) return days.max === 1 ? '1 working day' : `${days.max} working days`;
  return `${days.min}–${days.max} working days`;
};
