import { type ReactNode, useState } from 'react';
import type { Result } from '../api/result.ts';
import { button } from './button.ts';

interface SortedListProps<Item, Sort extends string> {
  /** The first page, in the first of the orders. */
  first: Item[];
  total: number;
  /** What each order is called. */
  sorts: Readonly<Record<Sort, string>>;
  words: { readonly showFirst: string; readonly more: string; readonly notLoaded: string };
  fetchPage: (wanted: { page: number; sort: Sort }) => Promise<Result<{ items: Item[] }>>;
  children: (item: Item) => ReactNode;
}

/** A list of which more comes by a button, in the order that is chosen. */
export const SortedList = <Item extends { readonly id: number | string }, Sort extends string>({
  first,
  total,
  sorts,
  words,
  fetchPage,
  children,
}: SortedListProps<Item, Sort>) => {
  const orders = Object.keys(sorts) as Sort[];
  const [items, setItems] = useState(first);
  const [sort, setSort] = useState(orders[0] as Sort);
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);
  const load = async (next: { page: number; sort: Sort }) => {
    const result = await fetchPage(next);
    setFailed(!result.ok);
    if (!result.ok) return;
    const kept = next.page === 1 ? [] : items;
    setItems([...kept, ...result.data.items.filter(({ id }) => !kept.some((one) => one.id === id))]);
    setPage(next.page);
    setSort(next.sort);
  };
  return (
    <div>
      {total > 1 && (
        <label className="mb-6 flex items-center gap-2 text-sm">
          <span className="text-ink-soft">{words.showFirst}</span>
          <select
            value={sort}
            onChange={({ target }) => void load({ page: 1, sort: target.value as Sort })}
            className="menu-arrow min-h-11 rounded-sm border border-rule-strong pl-3 font-semibold hover:border-ink"
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {sorts[order]}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul>{items.map(children)}</ul>
      {items.length < total && (
        <button
          type="button"
          onClick={() => void load({ page: page + 1, sort })}
          className={button('quiet', 'mt-6')}
        >
          {words.more}
        </button>
      )}
      <p role="status" className="mt-3 text-sm">
        {failed && words.notLoaded}
      </p>
    </div>
  );
};
