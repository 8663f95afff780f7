import type { SalesSettings } from '@quayside/contracts/money';
import type { AuditActor } from '@quayside/runtime';

export type VersionedSalesSettings = SalesSettings & { readonly version: number };

export interface SalesSettingsStore {
  read(): Promise<VersionedSalesSettings>;
  /**
   * Writes them, what is told of them, and who did it, in one step.
   *
   * @throws {SalesSettingsStale} when they are not at `expectedVersion` any more
   */
  replace(settings: SalesSettings, expectedVersion: number, by: AuditActor): Promise<VersionedSalesSettings>;
}
