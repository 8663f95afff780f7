interface Numbered {
  readonly id: string;
  readonly number: string;
}

/** An order's number however somebody copied it: capitals, hyphens and the letters before it do not count. */
const keyOf = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^qs(?=.{8}$)/, '');

const atMost = 120;

/** Tracking numbers as they are pasted, "number, tracking" a line: by order, or what is wrong with the first line that cannot be used. */
export const readTracking = (
  text: string,
  orders: readonly Numbered[],
): { tracking: ReadonlyMap<string, string>; fault?: string } => {
  const idOf = new Map(orders.map(({ id, number }) => [keyOf(number), id]));
  const tracking = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, number = '', found = ''] = /^\s*([^,;\t]+?)\s*[,;\t]\s*(.+?)\s*$/.exec(line) ?? [];
    const id = idOf.get(keyOf(number));
    const fault = faultOf({ number, found, id, isTwice: id !== undefined && tracking.has(id) });
    if (fault !== undefined) return { tracking, fault: `Line ${index + 1}: ${fault}` };
    if (id !== undefined) tracking.set(id, found);
  }
  return { tracking };
};

const faultOf = (line: {
  number: string;
  found: string;
  id: string | undefined;
  isTwice: boolean;
}): string | undefined => {
  if (line.number === '') return 'write the number of the order, a comma, and the tracking number.';
  if (line.id === undefined) return `${line.number} is none of the orders that you chose.`;
  if (line.isTwice) return `${line.number} has a tracking number already.`;
  return line.found.length > atMost ? `at most ${atMost} characters for a tracking number.` : undefined;
};
