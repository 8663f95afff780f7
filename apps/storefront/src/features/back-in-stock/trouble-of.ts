import type { Problem } from '@quayside/contracts';

/** Why it was not taken down, as the name of words for shoppers. */
export const troubleOf = ({
  code,
  status,
}: Pick<Problem, 'code' | 'status'>): 'tooMany' | 'isBack' | 'tooOften' | 'failed' => {
  if (code === 'too-many-stock-requests') return 'tooMany';
  if (code === 'item-in-stock') return 'isBack';
  return status === 429 ? 'tooOften' : 'failed';
};
