interface AuditQuery {
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
  readonly pageSize: number;
}

/** The audit log as it is read. */
export interface AuditReads {
  read(query: AuditQuery): Promise<object>;
}
