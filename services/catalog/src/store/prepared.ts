import type { QueryConfig } from 'pg';

/** Each costs memory on every connection; the first shapes of queries a process sees are the common ones. */
const maxStatements = 60;
const names = new Map<string, string>();

/** The query as a prepared statement, which spares the planning that costs more than running it. */
export const prepared = (text: string, values: unknown[]): QueryConfig => {
  const known = names.get(text);
  if (known) return { name: known, text, values };
  if (names.size >= maxStatements) return { text, values };
  const name = `read-${names.size}`;
  names.set(text, name);
  return { name, text, values };
};
