'use client';

import type { ProductImport } from '@quayside/contracts';
import { useState } from 'react';
import { runImport } from '../../../api/browser/imports.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FaultList } from './fault-list.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportSteps } from './import-steps.tsx';
import { counted, stateOf } from './import-words.ts';
import { useImport, type ImportInHand } from './use-import.ts';

const decimalWords = { point: 'a point', comma: 'a comma' } as const;

const CheckedStep = ({ hand, onBack }: { hand: ImportInHand; onBack: () => void }) => {
  const { one, take } = hand;
  const waking = useWaking();
  const found = one.found ?? { rows: 0, products: 0, variants: 0, faulty: 0, faults: 0, decimal: null };
  const fit = found.products - found.faulty;
  return (
    <div className="space-y-8">
      <p role="status" className="text-lg font-semibold">
        {found.faults === 0
          ? 'Nothing is wrong with it'
          : found.faulty === 0
            ? 'All of it can be imported'
            : `${counted(found.faulty, 'product')} will be left out`}
      </p>
      <ImportFigures
        figures={[
          { label: 'Rows', value: found.rows },
          { label: 'Products', value: found.products },
          { label: 'Variants', value: found.variants },
          { label: 'Left out', value: found.faulty, isBad: true },
        ]}
      />
      {found.decimal && (
        <p className="text-sm text-ink-soft">
          Prices are read with {decimalWords[found.decimal]} before decimals.
        </p>
      )}
      <FaultList hand={hand} canMend />
      <div className="flex flex-wrap gap-3 border-t border-rule pt-5">
        {fit > 0 && (
          <button
            type="button"
            className={button('go')}
            onClick={() => void take(runImport(one.id))}
            {...waking}
          >
            Import {counted(fit, 'product')}
          </button>
        )}
        <button type="button" className={button('quiet')} onClick={onBack} {...waking}>
          Back to the columns
        </button>
      </div>
    </div>
  );
};

const ResultStep = ({ hand }: { hand: ImportInHand }) => {
  const { one, take } = hand;
  const waking = useWaking();
  const canFetchAgain = one.pictures !== undefined && one.pictures.waiting === 0 && one.pictures.failed > 0;
  const job = one.job ?? { total: 0, done: 0, unchanged: 0, failed: 0, isDone: false };
  return (
    <div className="space-y-8">
      <p role="status" className="text-lg font-semibold">
        {stateOf(one)}
      </p>
      <progress
        aria-label="Progress"
        max={Math.max(1, job.total)}
        value={job.done + job.unchanged + job.failed}
        className="h-4 w-full accent-glass"
      />
      <ImportFigures
        figures={[
          { label: 'Products', value: job.total },
          { label: 'Made or changed', value: job.done },
          { label: 'As they were', value: job.unchanged },
          { label: 'Failed', value: job.failed, isBad: true },
        ]}
      />
      {one.pictures && (
        <p className="text-ink-soft">
          {one.pictures.waiting > 0
            ? `Pictures of ${counted(one.pictures.waiting, 'product')} are being fetched …`
            : one.pictures.failed > 0
              ? `Pictures of ${counted(one.pictures.failed, 'product')} could not be had`
              : 'All pictures are there'}
        </p>
      )}
      {job.isDone && (
        <>
          <FaultList hand={hand} canMend={false} />
          <div className="flex flex-wrap gap-3 border-t border-rule pt-5">
            {(job.failed > 0 || canFetchAgain) && (
              <button
                type="button"
                className={button('primary')}
                onClick={() => void take(runImport(one.id))}
                {...waking}
              >
                Do again what failed
              </button>
            )}
            <AppLink href="/admin/products?sort=-changed" className={button('quiet')}>
              To the products
            </AppLink>
            <AppLink href="/admin/imports/new" className={button('bare', 'px-2')}>
              Another file
            </AppLink>
          </div>
        </>
      )}
    </div>
  );
};

/** An import from its columns to its result. */
export const ImportView = ({ rendered }: { rendered: ProductImport }) => {
  const hand = useImport(rendered);
  const [isBack, setBack] = useState(false);
  const { one, trouble } = hand;
  const isAtColumns = isBack || one.state === 'uploaded' || one.state === 'unreadable';
  return (
    <div className="max-w-4xl">
      <ImportSteps state={one.state} shown={isAtColumns ? 1 : undefined} />
      {isAtColumns ? (
        <ColumnsStep
          // What was read anew has other columns.
          key={`${one.settings.encoding} ${one.settings.delimiter} ${one.settings.sheet ?? ''}`}
          hand={hand}
          onChecked={() => setBack(false)}
        />
      ) : one.state === 'checking' ? (
        <div role="status" className="space-y-2">
          <p className="text-lg font-semibold">Every row is looked at …</p>
          <progress aria-label="Progress" className="h-4 w-full accent-glass" />
        </div>
      ) : one.state === 'checked' ? (
        <CheckedStep hand={hand} onBack={() => setBack(true)} />
      ) : (
        <ResultStep hand={hand} />
      )}
      {trouble && (
        <div className="mt-6">
          <Notice look="trouble" live title={trouble} />
        </div>
      )}
    </div>
  );
};
