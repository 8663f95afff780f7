'use client';

import type { StockTakeLine } from '@quayside/contracts';
import type { KeyboardEvent } from 'react';
import { button } from '../../../../ui/button.ts';
import { classNames } from '../../../../ui/class-names.ts';
import { inputLook } from '../../../../ui/field.tsx';
import { LocalTime } from '../../../../ui/local-time.tsx';
import { signed } from './count-words.ts';
import { useLineCount } from './use-line-count.ts';

/** Enter goes to the next figure, which leaves this one and so saves it. */
const onEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const next = event.currentTarget.closest('li')?.nextElementSibling?.querySelector('input');
  if (next) next.select();
  else event.currentTarget.blur();
};

const Figure = ({ label, children }: { label: string; children: string | number | undefined }) => (
  <span className="figures text-right text-lg max-md:text-left">
    <span className="marginalia mr-1 text-ink-faint md:sr-only">{label}</span>
    <span>{children ?? '–'}</span>
  </span>
);

/** Its columns stand above the list where there is room. */
export const lineColumns = 'md:grid-cols-[minmax(0,1fr)_7rem_6rem_6rem_6rem]';

export const CountLine = ({
  takeId,
  line: rendered,
  isOpen,
}: {
  takeId: string;
  line: StockTakeLine;
  isOpen: boolean;
}) => {
  const { line, text, theirs, trouble, type, save, keepMine, takeTheirs } = useLineCount(takeId, rendered);
  const { sku, name, counted, expected, difference, onHand, countedBy, countedAt } = line;
  return (
    <li
      data-testid={`line-${sku}`}
      className={classNames('grid grid-cols-2 items-center gap-x-4 gap-y-1.5 py-2.5', lineColumns)}
    >
      <span className="min-w-0 max-md:col-span-2">
        <strong className="font-semibold wrap-anywhere">{sku}</strong>
        <span className="block text-sm text-ink-soft wrap-anywhere">{name}</span>
        {countedAt && (
          <span className="block text-sm text-ink-faint">
            {countedBy?.name ?? 'somebody who left'}, <LocalTime at={countedAt} />
          </span>
        )}
      </span>
      {isOpen ? (
        <input
          value={text}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`Counted of ${sku}`}
          aria-invalid={trouble ? true : undefined}
          placeholder="count"
          onChange={({ target }) => type(target.value)}
          onKeyDown={onEnter}
          onBlur={save}
          className={`${inputLook} figures text-right`}
        />
      ) : (
        <Figure label="Counted">{counted}</Figure>
      )}
      <Figure label="Books said">{expected}</Figure>
      <span
        className={classNames(
          'figures text-right text-lg font-semibold max-md:text-left',
          difference !== undefined && difference !== 0 && 'text-flag-red',
        )}
      >
        <span className="marginalia mr-1 font-normal text-ink-faint md:sr-only">Differs by</span>
        <span>{difference === undefined ? '–' : signed(difference)}</span>
      </span>
      <Figure label="Books say now">{onHand}</Figure>
      {theirs && (
        <span
          role="alert"
          className="col-span-full flex flex-wrap items-center gap-3 border-l-4 border-flag-yellow pl-3"
        >
          {theirs.countedBy?.name ?? 'Somebody'} said {theirs.counted ?? 'nothing'} meanwhile.
          <button type="button" onClick={keepMine} className={button('quiet', 'px-3')}>
            Keep {text.trim() === '' ? 'it empty' : text}
          </button>
          <button type="button" onClick={takeTheirs} className={button('bare')}>
            Take {theirs.counted ?? 'nothing'}
          </button>
        </span>
      )}
      {trouble && (
        <span role="alert" className="col-span-full text-sm font-medium text-flag-red">
          {trouble}
        </span>
      )}
    </li>
  );
};
