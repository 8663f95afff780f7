import type { SecurityRecord } from '@quayside/runtime';

interface Somebody {
  readonly id: string;
  /** As they are called now; absent once the account is gone. */
  readonly name?: string;
}

/** A record of the security log as it is read. */
export interface SecurityEntry extends Omit<SecurityRecord, 'id' | 'userId' | 'onUserId'> {
  readonly id: number;
  readonly service: string;
  readonly who?: Somebody;
  readonly on?: Somebody;
}

export interface SecurityFilter {
  readonly event?: string | undefined;
  /** Who did it, or had it done to their account. */
  readonly account?: string | undefined;
  readonly address?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Entries older than this one. */
  readonly before?: number | undefined;
}

export interface SecurityEntries {
  /** Once, however often the same is handed over. */
  append(service: string, records: readonly SecurityRecord[]): Promise<void>;
  /** The newest first. */
  read(filter: SecurityFilter, limit: number): Promise<SecurityEntry[]>;
}
