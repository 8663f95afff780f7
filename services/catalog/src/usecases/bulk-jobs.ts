import type { BulkAction } from '../domain/bulk/bulk-action.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';
import type { ProductFilter } from './product-store.ts';

export interface BulkJob {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly isDone: boolean;
  readonly actor: { readonly id: string; readonly name?: string };
  readonly createdAt: string;
  readonly finishedAt?: string;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly faults: readonly {
    readonly position: number;
    readonly entityId: string;
    readonly code: string;
    readonly detail: string;
  }[];
}

export interface BulkPreviewLine {
  readonly productId: number;
  readonly name: string;
  readonly fault?: string;
  readonly status?: { readonly from: string; readonly to: string };
  readonly prices: readonly {
    readonly sku: string;
    readonly currency: string;
    readonly from: number;
    readonly to: number;
  }[];
  /** By name. */
  readonly category?: { readonly from: string; readonly to: string };
  readonly tag?: { readonly name: string; readonly is: 'added' | 'removed' };
}

/** What would become of all that a filter finds, and of the first of them one by one. */
export interface BulkFoundPreview {
  readonly total: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Why they cannot be published. */
  readonly refusals?: readonly {
    readonly code: 'no-variants' | 'all-variants-off' | 'no-price';
    readonly count: number;
    /** Of the first of them. */
    readonly names: readonly string[];
  }[];
  readonly prices?: {
    readonly count: number;
    readonly currency: string;
    readonly from: number;
    readonly to: number;
  };
  readonly items: readonly BulkPreviewLine[];
}

/** What is done to whatever a filter finds. */
interface FoundChange {
  readonly found: ProductFilter;
  readonly action: BulkAction;
  /** How many there were when somebody looked. */
  readonly seen?: number | undefined;
}

/** Actions on many products, each a job that outlives the process that began it. */
export interface BulkJobs {
  /** @throws {CategoryUnknown | CurrencyUnknown} */
  start(ids: readonly number[], action: BulkAction, by: Actor): Promise<BulkJob>;
  /** @throws {CategoryUnknown | CurrencyUnknown} */
  preview(ids: readonly number[], action: BulkAction): Promise<readonly BulkPreviewLine[]>;
  /** What is found at that moment is the job's, whatever is found later. @throws {NothingFound | CategoryUnknown | CurrencyUnknown} */
  startFound(change: FoundChange, by: Actor): Promise<BulkJob>;
  /** @throws {CategoryUnknown | CurrencyUnknown} */
  previewFound(change: Omit<FoundChange, 'seen'>): Promise<BulkFoundPreview>;
  list(query: { page: number; pageSize: number }): Promise<Page<BulkJob>>;
  /** @throws {JobNotFound} */
  read(id: string): Promise<BulkJob>;
  /** @throws {JobNotFound} */
  retry(id: string, by: Actor): Promise<BulkJob>;
  /** @throws {JobNotFound | JobRunning | JobNotUndoable} */
  undo(id: string, by: Actor): Promise<BulkJob>;
}
