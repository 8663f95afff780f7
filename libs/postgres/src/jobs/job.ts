/** One piece of a job that did not work out. */
export interface JobFault {
  readonly position: number;
  readonly entityId: string;
  readonly code: string;
  readonly detail: string;
}

/** A long work, and how far it is. */
export interface Job<Input = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly input: Input;
  readonly isDone: boolean;
  readonly actor: { readonly id: string; readonly name?: string };
  readonly createdAt: string;
  readonly finishedAt?: string;
  readonly total: number;
  readonly done: number;
  /** There was nothing to do for them. */
  readonly unchanged: number;
  readonly failed: number;
  /** The first of those that failed; only where one job is read. */
  readonly faults: readonly JobFault[];
}

export interface JobPiece {
  readonly position: number;
  readonly entityId: string;
}
