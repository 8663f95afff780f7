import type { BulkAction } from '../domain/bulk/bulk-action.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

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
}

/** Actions on many products, each a job that outlives the process that began it. */
export interface BulkJobs {
  start(ids: readonly number[], action: BulkAction, by: Actor): Promise<BulkJob>;
  preview(ids: readonly number[], action: BulkAction): Promise<readonly BulkPreviewLine[]>;
  list(query: { page: number; pageSize: number }): Promise<Page<BulkJob>>;
  /** @throws {JobNotFound} */
  read(id: string): Promise<BulkJob>;
  /** @throws {JobNotFound} */
  retry(id: string, by: Actor): Promise<BulkJob>;
  /** @throws {JobNotFound | JobRunning | JobNotUndoable} */
  undo(id: string, by: Actor): Promise<BulkJob>;
}
