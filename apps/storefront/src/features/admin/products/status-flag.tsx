import type { ProductStatus } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';
import { statusWords } from './product-words.ts';

const looks: Readonly<Record<ProductStatus, string>> = {
  draft: 'border-note text-note',
  active: 'border-glass bg-glass-soft text-ink',
  archived: 'border-rule-strong text-ink-faint',
};

export const ProductStatusFlag = ({ status }: { status: ProductStatus }) => (
  <span
    className={classNames(
      'inline-block border-l-4 px-2 text-sm font-semibold whitespace-nowrap',
      looks[status],
    )}
  >
    {statusWords[status]}
  </span>
);
