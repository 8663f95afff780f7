'use client';

import type { PriceChangeList as Changes } from '@quayside/contracts';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { readPriceChanges } from '../../../../api/browser/products.ts';
import { button } from '../../../../ui/button.ts';
import { Section } from '../../section.tsx';
import { PriceChangeList } from './price-change-list.tsx';
import { pricePoints } from './price-points.ts';

/** Drawn by the browser alone: the library sizes its parts by `style` attributes, which our policy takes from no server. */
const DrawnPriceChart = dynamic(() => import('./drawn-price-chart.tsx'), { ssr: false });

interface PriceHistoryProps {
  productId: number;
  /** The newest of all its prices. */
  changes: Changes;
  variants: readonly { readonly itemId: number; readonly label: string }[];
  currencies: readonly string[];
  /** When the page was made: until then the last price lasts. */
  now: number;
}

const menu = 'menu-arrow min-h-11 max-w-full rounded-sm border border-rule-strong pl-3 hover:border-ink';

/** What a variant cost, since when and by whom. */
export const PriceHistory = ({ productId, changes: first, variants, currencies, now }: PriceHistoryProps) => {
  const [older, setOlder] = useState<Changes>();
  const [itemId, setItemId] = useState(variants[0]?.itemId);
  const [currency, setCurrency] = useState(currencies[0]);
  const items = [...first.items, ...(older?.items ?? [])];
  const next = older ? older.next : first.next;
  const shown = items.filter((change) => change.itemId === itemId && change.currency === currency);
  const points = pricePoints(shown, now);
  const readOlder = async () => {
    if (next === undefined) return;
    const read = await readPriceChanges(productId, next);
    if (read.ok) setOlder({ ...read.data, items: [...(older?.items ?? []), ...read.data.items] });
  };
  if (currency === undefined) return null;
  return (
    <Section
      title="Prices over time"
      aside={
        <div className="flex flex-wrap gap-3 text-sm">
          {variants.length > 1 && (
            <label>
              <span className="sr-only">Variant</span>
              <select
                value={itemId}
                onChange={({ target }) => setItemId(Number(target.value))}
                className={menu}
              >
                {variants.map(({ itemId: id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          {currencies.length > 1 && (
            <label>
              <span className="sr-only">Currency</span>
              <select value={currency} onChange={({ target }) => setCurrency(target.value)} className={menu}>
                {currencies.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </select>
            </label>
          )}
        </div>
      }
    >
      {shown.length === 0 ? (
        <p className="text-ink-soft">This price has not changed since the history is kept.</p>
      ) : (
        <>
          {/* Out of the flow: what is drawn does not keep the page as wide as it was. */}
          <div aria-hidden data-testid="price-chart" className="relative mb-5 h-56 overflow-hidden">
            <div className="absolute inset-0">
              <DrawnPriceChart points={points} currency={currency} />
            </div>
          </div>
          <PriceChangeList changes={shown} />
        </>
      )}
      {next !== undefined && (
        <button type="button" onClick={() => void readOlder()} className={button('quiet', 'mt-4')}>
          Read older changes
        </button>
      )}
    </Section>
  );
};
