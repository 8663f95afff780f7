import type { StaffOrder } from '@quayside/contracts';
import { inputLook } from '../../../ui/field.tsx';

export type Units = { itemId: number; quantity: number }[];

interface UnitsFieldsProps {
  order: StaffOrder;
  /** How many there are of each, by item. */
  limits: ReadonlyMap<number, number>;
  /** How many are asked for of each. */
  value: Readonly<Record<number, number>>;
  onChange: (value: Readonly<Record<number, number>>) => void;
}

export const limitsOf = (
  lines: readonly { itemId: number; quantity: number }[],
): ReadonlyMap<number, number> =>
  new Map(lines.filter(({ quantity }) => quantity > 0).map(({ itemId, quantity }) => [itemId, quantity]));

/** What is asked for and is there. */
export const unitsOf = (
  value: Readonly<Record<number, number>>,
  limits: ReadonlyMap<number, number>,
): Units =>
  [...limits].flatMap(([itemId, limit]) => {
    const quantity = Math.min(value[itemId] ?? 0, limit);
    return quantity > 0 ? [{ itemId, quantity }] : [];
  });

/** How many of each line, none above what is there. */
export const UnitsFields = ({ order, limits, value, onChange }: UnitsFieldsProps) => (
  <fieldset className="grid gap-2">
    <legend className="mb-1 text-sm font-semibold">Units</legend>
    {[...limits].map(([itemId, limit]) => (
      <label key={itemId} className="flex items-center justify-between gap-4">
        <span className="min-w-0 wrap-anywhere">
          {order.items.find((line) => line.itemId === itemId)?.name ?? `Item ${itemId}`}
        </span>
        <span className="figures flex shrink-0 items-center gap-2 text-ink-soft">
          <input
            type="number"
            min={0}
            max={limit}
            step={1}
            value={Math.min(value[itemId] ?? 0, limit)}
            onChange={({ target }) =>
              onChange({ ...value, [itemId]: Math.max(0, target.valueAsNumber || 0) })
            }
            className={`${inputLook} w-20!`}
          />
          of {limit}
        </span>
      </label>
    ))}
  </fieldset>
);
