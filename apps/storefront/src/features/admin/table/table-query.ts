export type AskedParams = Readonly<Record<string, string | string[] | undefined>>;

/** What of a table stands in the address: so it can be sent, kept and gone back to. */
export interface TableQuery {
  readonly q: string;
  readonly sort: string | undefined;
  readonly page: number;
  readonly filters: Readonly<Record<string, string>>;
  /** Columns that are not shown. */
  readonly hidden: readonly string[];
}

interface Known<Sort extends string> {
  readonly sorts: readonly Sort[];
  /** By name: the values it takes, or their form. */
  readonly filters?: Readonly<Record<string, readonly string[] | RegExp>>;
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The query that an address asks for; what it says and the table does not know counts as not said. */
export const readTableQuery = <const Sort extends string>(
  asked: AskedParams,
  { sorts, filters = {} }: Known<Sort>,
): TableQuery & { readonly sort: Sort | `-${Sort}` | undefined } => {
  const sort = one(asked['sort']);
  const page = one(asked['page']);
  const chosen = Object.entries(filters).flatMap(([name, values]) => {
    const value = one(asked[name]);
    const isKnown = values instanceof RegExp ? values.test(value) : values.includes(value);
    return isKnown ? [[name, value] as const] : [];
  });
  return {
    q: one(asked['q']).trim().slice(0, 100),
    sort: sorts.includes(sort.replace(/^-/, '') as Sort) ? (sort as Sort) : undefined,
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    filters: Object.fromEntries(chosen),
    hidden: one(asked['hide'])
      .split(',')
      .filter((name) => /^[\w-]{1,40}$/.test(name)),
  };
};

/** The address of a table; a change of anything but the page begins at the first again. */
export const tableHref = (base: string, query: TableQuery, change: Partial<TableQuery> = {}): string => {
  const { q, sort, page, filters, hidden } = { ...query, page: 1, ...change };
  const params = new URLSearchParams({
    ...(q && { q }),
    ...filters,
    ...(sort && { sort }),
    ...(page > 1 && { page: String(page) }),
    ...(hidden.length > 0 && { hide: hidden.join(',') }),
  });
  const text = params.toString();
  return text === '' ? base : `${base}?${text}`;
};

/** The sort that a click on a column's head asks for: upwards first, then downwards. */
export const nextSort = (sort: string | undefined, column: string): string =>
  sort === column ? `-${column}` : column;
