/** Lines of a table whose columns are as wide as their widest cell; numbers to the right. */
export const table = (rows) => {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const isNumber = columns.map((column) => rows.every((row) => /^[\d.]/.test(String(row[column]))));
  return cells.map((line) =>
    line
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd(),
  );
};

export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
