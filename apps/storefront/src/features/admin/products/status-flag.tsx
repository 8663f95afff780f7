import type { ProductStatus } from '@quayside/contracts';
import { StateMark, type StateTone } from '../state-mark.tsx';
import { statusWords } from './product-words.ts';

const tones: Readonly<Record<ProductStatus, StateTone>> = {
  draft: 'waits',
  active: 'runs',
  archived: 'over',
};

export const ProductStatusFlag = ({ status }: { status: ProductStatus }) => (
  <StateMark tone={tones[status]} words={statusWords[status]} />
);
