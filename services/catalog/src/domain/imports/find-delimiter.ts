const candidates = [',', ';', '\t', '|'] as const;

/** How often each candidate stands outside of quotes in the first line. */
const countsIn = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === '\n') break;
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return counts;
};

/** The sign between the cells of a file: that which its first line, the names of the columns, has most of. */
export const findDelimiter = (text: string): (typeof candidates)[number] => {
  const counts = countsIn(text);
  return candidates.reduce((best, sign) => ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0) ? sign : best));
};
