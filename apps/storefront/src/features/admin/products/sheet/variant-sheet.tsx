'use client';

import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { classNames } from '../../../../ui/class-names.ts';
import type { FormValues } from '../../form/form-values.ts';
import { sheetColumns } from '../product-fields.ts';
import type { Faults } from '../product-faults.ts';
import { cellOf, optionValuesIn, rowsIn } from '../product-values.ts';
import { removeRow } from './change-rows.ts';
import { isBlock, pasteCells } from './paste-cells.ts';

interface RowStock {
  readonly onHand: number;
  readonly available: number;
}

interface VariantSheetProps {
  values: FormValues;
  saved: FormValues;
  faults: Faults;
  currencies: readonly string[];
  pictures: readonly { value: string; label: string }[];
  /** By row. */
  stock: Readonly<Record<string, RowStock>>;
  onValues: (values: FormValues) => void;
}

const cellLook =
  'h-10 w-full min-w-0 bg-transparent px-2 outline-offset-[-3px] hover:bg-shoal/50 aria-invalid:bg-note-soft aria-invalid:shadow-[inset_0_-3px_0_var(--color-flag-red)]';

/** Enter and the arrows go up and down, as in a spreadsheet; tab goes on to the right by itself. */
const onCellKey = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
  const cell = event.target;
  if (!(cell instanceof HTMLInputElement) || cell.type === 'checkbox') return;
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const column = cell.dataset['column'] ?? '';
  const all = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)];
  const next = all[all.indexOf(cell) + step];
  next?.focus();
  next?.select();
};

/** The variants of a product, cell by cell. */
export const VariantSheet = (props: VariantSheetProps) => {
  const { values, saved, faults, currencies, pictures, stock, onValues } = props;
  const [said, setSaid] = useState('');
  const rows = rowsIn(values);
  const columns = sheetColumns(currencies);
  const set = (name: string, value: string) => onValues({ ...values, [name]: value });

  const onPaste = (event: ClipboardEvent<HTMLTableSectionElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const { row, column } = event.target instanceof HTMLInputElement ? event.target.dataset : {};
    if (!isBlock(text) || !row || !column) return;
    event.preventDefault();
    const ids = columns.map(({ id }) => id);
    const pasted = pasteCells(values, text, { rows, columns: ids, row, column });
    onValues(pasted.values);
    setSaid(pasted.leftOut > 0 ? `${pasted.leftOut} cells did not fit and were left out` : 'Pasted');
  };

  if (rows.length === 0) {
    return (
      <p className="border-y border-rule py-6 text-ink-soft">No variants yet: make them from the options.</p>
    );
  }
  return (
    <div>
      <div
        className="relative overflow-x-auto border-y border-ink"
        tabIndex={0}
        role="region"
        aria-label="Variants"
      >
        <table className="w-full min-w-[60rem] border-collapse text-left text-[0.95rem]">
          <caption className="sr-only">
            Variants. Enter and the arrow keys go up and down; cells of a spreadsheet can be pasted.
          </caption>
          <thead className="marginalia bg-land text-ink-soft">
            <tr>
              <th scope="col" className="px-2 py-2.5 font-semibold">
                On
              </th>
              <th scope="col" className="px-2 font-semibold">
                Variant
              </th>
              {columns.map(({ id, label, isNumber }) => (
                <th
                  key={id}
                  scope="col"
                  className={classNames('px-2 font-semibold', isNumber && 'text-right')}
                >
                  {label}
                </th>
              ))}
              <th scope="col" className="px-2 font-semibold">
                Picture
              </th>
              <th scope="col" className="px-2 text-right font-semibold">
                Stock
              </th>
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-rule bg-sheet" onKeyDown={onCellKey} onPaste={onPaste}>
            {rows.map((row) => {
              const name = optionValuesIn(values, row).join(' / ') || 'The product';
              const isChanged = (column: string) =>
                (values[cellOf(row, column)] ?? '') !== (saved[cellOf(row, column)] ?? '');
              const units = stock[row];
              return (
                <tr key={row} className={values[cellOf(row, 'active')] === 'true' ? '' : 'text-ink-faint'}>
                  <td className="px-2">
                    <input
                      type="checkbox"
                      aria-label={`${name}: on`}
                      checked={values[cellOf(row, 'active')] === 'true'}
                      onChange={({ target }) => set(cellOf(row, 'active'), String(target.checked))}
                      className="block h-[1.1rem] w-[1.1rem] accent-glass"
                    />
                  </td>
                  <th scope="row" className="max-w-52 min-w-24 px-2 font-semibold wrap-anywhere">
                    {name}
                    {!/^\d+$/.test(row) && <span className="ml-2 text-sm font-normal text-note">new</span>}
                  </th>
                  {columns.map(({ id, label, isNumber }) => (
                    <td
                      key={id}
                      className={classNames(
                        'border-l border-rule',
                        isChanged(id) && 'shadow-[inset_3px_0_0_var(--color-flag-yellow)]',
                      )}
                    >
                      <input
                        value={values[cellOf(row, id)] ?? ''}
                        onChange={({ target }) => set(cellOf(row, id), target.value)}
                        data-row={row}
                        data-column={id}
                        name={cellOf(row, id)}
                        aria-label={`${name}: ${label}`}
                        aria-invalid={faults[cellOf(row, id)] ? true : undefined}
                        title={faults[cellOf(row, id)]}
                        autoComplete="off"
                        className={classNames(
                          cellLook,
                          isNumber && 'figures min-w-20 text-right',
                          id === 'sku' && 'min-w-36',
                          id === 'barcode' && 'min-w-32',
                        )}
                      />
                    </td>
                  ))}
                  <td className="border-l border-rule">
                    <select
                      aria-label={`${name}: picture`}
                      value={values[cellOf(row, 'media')] ?? ''}
                      onChange={({ target }) => set(cellOf(row, 'media'), target.value)}
                      className={classNames(cellLook, 'max-w-36 min-w-24')}
                    >
                      <option value="">The first</option>
                      {pictures.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="figures border-l border-rule px-2 text-right whitespace-nowrap">
                    {units ? units.available : '–'}
                  </td>
                  <td>
                    {(!units || units.onHand === 0) && (
                      <button
                        type="button"
                        aria-label={`Remove ${name}`}
                        onClick={() => onValues(removeRow(values, row))}
                        className="grid h-10 w-10 place-items-center hover:bg-shoal"
                      >
                        <X size={16} aria-hidden />
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p role="status" className="mt-1 min-h-6 text-sm text-ink-soft">
        {said}
      </p>
      <SheetFaults rows={rows} values={values} faults={faults} />
    </div>
  );
};

const SheetFaults = ({
  rows,
  values,
  faults,
}: {
  rows: readonly string[];
  values: FormValues;
  faults: Faults;
}) => {
  const found = rows.flatMap((row) =>
    Object.entries(faults)
      .filter(([name]) => name.startsWith(cellOf(row, '')))
      .map(([name, fault]) => {
        const label = optionValuesIn(values, row).join(' / ') || values[cellOf(row, 'sku')] || row;
        return `${label}, ${name.slice(cellOf(row, '').length)}: ${fault}`;
      }),
  );
  if (found.length === 0) return null;
  return (
    <ul className="border-l-4 border-flag-red pl-3 text-sm font-medium text-flag-red">
      {found.slice(0, 10).map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {found.length > 10 && <li>and {found.length - 10} more</li>}
    </ul>
  );
};
