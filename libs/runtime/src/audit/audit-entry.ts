/** Who changed something; the name as it was then. */
export interface AuditActor {
  readonly id: string;
  readonly name: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** One change of one entity. */
export interface AuditChange {
  /** In the past tense. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string | number;
  /** Absent for what was not there before. */
  readonly before?: object | undefined;
  /** Absent for what is no longer there. */
  readonly after?: object | undefined;
}

/** A change as the log has it. */
export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name?: string };
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before?: Fields;
  readonly after?: Fields;
  readonly correlationId?: string;
}

export interface AuditQuery {
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only entries older than this one. */
  readonly before?: number | undefined;
  readonly pageSize: number;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  /** Where older ones are. */
  readonly next?: number;
}
