import type { SalesSettings } from '@quayside/contracts/money';

export type VersionedSalesSettings = SalesSettings & { readonly version: number };

export interface SalesSettingsStore {
  read(): Promise<VersionedSalesSettings>;
  /**
   * Writes them, and what is told of them, in one step.
   *
   * @throws {SalesSettingsStale} when they are not at `expectedVersion` any more
   */
  replace(settings: SalesSettings, expectedVersion: number): Promise<VersionedSalesSettings>;
}
