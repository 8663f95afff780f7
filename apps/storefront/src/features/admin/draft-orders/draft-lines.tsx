'use client';

import { type Basket, type CatalogItem, maxLines, maxQuantity } from '@quayside/contracts';
import { X } from 'lucide-react';
import { searchItems } from '../../../api/browser/draft-orders.ts';
import { button } from '../../../ui/button.ts';
import { formatMoney } from '../../../ui/money.ts';
import { QuantityField } from '../../../ui/quantity-field.tsx';
import { subtotalOf } from '../../../ui/subtotal-of.ts';
import type { DraftLine } from './draft-values.ts';
import { SearchAndPick } from './search-and-pick.tsx';

interface DraftLinesProps {
  lines: readonly DraftLine[];
  /** As it is priced now. */
  basket: Basket | undefined;
  fault: string | undefined;
  onChange: (lines: readonly DraftLine[]) => void;
}

/** What is ordered, found by the search of the shop. */
export const DraftLines = ({ lines, basket, fault, onChange }: DraftLinesProps) => {
  const pick = ({ id, name }: CatalogItem) => {
    const present = lines.find(({ itemId }) => itemId === id);
    if (present)
      return onChange(
        lines.map((line) =>
          line === present ? { ...line, quantity: Math.min(line.quantity + 1, maxQuantity) } : line,
        ),
      );
    if (lines.length < maxLines) onChange([...lines, { itemId: id, quantity: 1, name }]);
  };
  return (
    <div className="space-y-4">
      <SearchAndPick<CatalogItem>
        label="Find an item by name or SKU"
        search={async (q) => {
          const result = await searchItems(q);
          return result.ok ? result.data.items : undefined;
        }}
        keyOf={({ id }) => id}
        wordsOf={({ name, price, availableStock }) => ({
          title: name,
          about: `${formatMoney(price)} · ${availableStock} in stock`,
        })}
        onPick={pick}
      />
      {lines.length > 0 && (
        <ul aria-label="Items of the order" className="divide-y divide-rule border-y border-rule">
          {lines.map((line) => {
            const priced = basket?.items.find(({ itemId }) => itemId === line.itemId);
            return (
              <li
                key={line.itemId}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_auto_6rem_auto]"
              >
                <span className="leading-snug wrap-anywhere max-sm:col-span-2">
                  {line.name}
                  {priced && (
                    <span className="figures block text-sm text-ink-faint">
                      {formatMoney(priced.unitPrice)} each
                      {!priced.available && (
                        <span className="font-medium text-flag-red">
                          {' '}
                          · only {priced.availableStock} in stock
                        </span>
                      )}
                    </span>
                  )}
                </span>
                <QuantityField
                  label={`How many of ${line.name}`}
                  quantity={line.quantity}
                  max={maxQuantity}
                  onChange={(quantity) =>
                    onChange(lines.map((one) => (one === line ? { ...one, quantity } : one)))
                  }
                />
                <span className="figures text-right font-semibold max-sm:hidden">
                  {basket && priced && formatMoney(subtotalOf(basket.price, priced))}
                </span>
                <button
                  type="button"
                  aria-label={`Take ${line.name} out`}
                  onClick={() => onChange(lines.filter((one) => one !== line))}
                  className={button('bare', 'min-w-11 px-2')}
                >
                  <X size={17} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p role="alert" className="text-sm font-medium text-flag-red empty:hidden">
        {fault}
      </p>
    </div>
  );
};
