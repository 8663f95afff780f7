import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names.ts';

export interface FactColumn<Row> {
  readonly label: string;
  /** Undefined: there is nothing to say. */
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

/** A small table that is only read; the first column says what a row is of. */
export const FactTable = <Row,>(props: {
  caption: string;
  columns: readonly FactColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) => (
  <table className="w-full border-collapse border-y border-ink text-left max-md:block">
    <caption className="sr-only">{props.caption}</caption>
    <thead className="marginalia border-b border-ink bg-land text-ink-soft max-md:sr-only">
      <tr>
        {props.columns.map(({ label, isNumber }) => (
          <th
            key={label}
            scope="col"
            className={classNames('px-3 py-2.5 font-semibold', isNumber && 'text-right')}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="divide-y divide-rule max-md:block">
      {props.rows.map((row) => (
        <tr
          key={props.keyOf(row)}
          data-testid={`fact-${props.keyOf(row)}`}
          className="max-md:block max-md:py-3"
        >
          {props.columns.map(({ label, cell, isNumber }, at) => {
            const content = cell(row);
            return (
              <td
                key={label}
                className={classNames(
                  'px-3 py-2.5 align-top max-md:block max-md:px-0 max-md:py-0.5',
                  at === 0 ? 'font-semibold wrap-anywhere' : 'text-[0.95rem]',
                  isNumber && 'figures md:text-right',
                  content === undefined && 'text-ink-faint max-md:hidden!',
                )}
              >
                {at > 0 && <span className="text-ink-faint md:hidden">{label}: </span>}
                {content ?? '–'}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
