/** A category as names from the root down: "Bags > Dry Bags". */
export const pathOf = (text: string): string[] =>
  text
    .split('>')
    .map((name) => name.trim())
    .filter((name) => name !== '');
