type Cell = string | number;

/** What a spreadsheet would take for a formula; with apostrophes before it, so that one less is what it was. */
const formula = /^'*[=+\-@\t\r]/;

const cellOf = (cell: Cell): string => {
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A line of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers
 * stay as they are.
 *
 * @example
 * csvLine(['=1+1', 'a "b"', -5]); // `'=1+1,"a ""b""",-5\r\n`
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;
