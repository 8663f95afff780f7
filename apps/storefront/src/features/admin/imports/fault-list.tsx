'use client';

import type { ImportFault, ProductImport } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { fetchFaults, mendImport } from '../../../api/browser/imports.ts';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { counted } from './import-words.ts';
import type { ImportInHand } from './use-import.ts';

interface Shown {
  readonly items: readonly ImportFault[];
  readonly page: number;
  readonly totalItems: number;
}

const keyOf = ({ row, column }: ImportFault): string => `${row}.${column ?? ''}`;
const pageSize = 25;

/** What is to be looked at again: another check or another run has other faults. */
const printOf = ({ state, found, job, pictures }: ProductImport): string =>
  [state, found?.faults, job?.id, job?.failed, pictures?.waiting, pictures?.failed].join();

/** What is wrong, row by row; a cell can be written anew here. */
export const FaultList = ({ hand, canMend }: { hand: ImportInHand; canMend: boolean }) => {
  const { one, take } = hand;
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<Shown>();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const waking = useWaking();
  const { id } = one;
  const print = printOf(one);
  useEffect(() => {
    let isHere = true;
    const ask = async () => {
      const result = await fetchFaults(id, page);
      if (!isHere || !result.ok) return;
      setShown(result.data);
      setValues({});
    };
    void ask();
    return () => {
      isHere = false;
    };
  }, [id, page, print]);
  if (!shown || shown.totalItems === 0) return null;
  const pages = Math.ceil(shown.totalItems / pageSize);
  const mended = shown.items.flatMap((fault) => {
    const value = values[keyOf(fault)];
    return fault.column === null || value === undefined || value === fault.value
      ? []
      : [{ row: fault.row, column: fault.column, value }];
  });
  return (
    <section aria-labelledby="faults" className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="faults" className="text-2xl">
          {counted(shown.totalItems, 'fault')}
        </h2>
        <a href={`/api/v1/admin/catalog/imports/${id}/faults.csv`} download className={button('bare')}>
          All of them as a file
        </a>
      </div>
      <ol className="divide-y divide-rule border-y border-rule-strong">
        {shown.items.map((fault, at) => {
          const key = keyOf(fault);
          const name = fault.name || 'The row';
          return (
            <li
              key={`${key}.${at}`}
              className="grid gap-x-5 gap-y-1.5 py-3 sm:grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,1fr)] sm:items-center"
            >
              <span className="figures text-sm text-ink-soft">Row {fault.row}</span>
              <span className="wrap-anywhere">
                <strong>{name}</strong>: {fault.detail}
                {!fault.blocks && <span className="text-ink-soft"> Imported all the same.</span>}
              </span>
              {canMend && fault.column !== null ? (
                <input
                  aria-label={`Row ${fault.row}, ${name}`}
                  value={values[key] ?? fault.value}
                  onChange={({ target }) => setValues({ ...values, [key]: target.value })}
                  className={inputLook}
                />
              ) : (
                <span className="truncate text-sm text-ink-soft">{fault.value}</span>
              )}
            </li>
          );
        })}
      </ol>
      <div className="flex flex-wrap items-center gap-4">
        {canMend && (
          <button
            type="button"
            className={button('quiet', mended.length === 0 && 'opacity-55')}
            aria-disabled={mended.length === 0}
            onClick={() => mended.length > 0 && void take(mendImport(id, mended))}
            {...waking}
          >
            {mended.length === 0
              ? 'Mend cells above'
              : `Check again with ${counted(mended.length, 'mended cell')}`}
          </button>
        )}
        {pages > 1 && (
          <p className="ml-auto flex items-center gap-3 text-sm">
            <button
              type="button"
              className={button('bare', 'px-1')}
              disabled={page === 1}
              onClick={() => setPage(page - 1)}
            >
              Before
            </button>
            <span className="figures">
              {page} of {pages}
            </span>
            <button
              type="button"
              className={button('bare', 'px-1')}
              disabled={page === pages}
              onClick={() => setPage(page + 1)}
            >
              After
            </button>
          </p>
        )}
      </div>
    </section>
  );
};
