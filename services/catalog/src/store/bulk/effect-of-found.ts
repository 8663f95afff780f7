import type { BulkFoundPreview } from '../../usecases/bulk-jobs.ts';

/** Conditions on `products`, with their values. */
export interface Found {
  readonly where: string;
  readonly params: readonly unknown[];
}

/** What an action comes to over all that is found. */
export type WholeEffect = Omit<BulkFoundPreview, 'items'>;
