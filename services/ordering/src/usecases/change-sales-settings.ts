import { isCountry } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';
import type { AuditActor } from '@quayside/runtime';
import { SalesSettingsRefused } from '../domain/sales-settings-error.ts';
import { salesSettingsFaults } from '../domain/sales-settings-faults.ts';
import type { SalesSettingsStore, VersionedSalesSettings } from './sales-settings-store.ts';

/** Replaces the sales settings, if every order could be priced by the new ones. */
export const createChangeSalesSettings =
  ({ store }: { store: SalesSettingsStore }) =>
  async (
    settings: SalesSettings,
    expectedVersion: number,
    by: AuditActor,
  ): Promise<VersionedSalesSettings> => {
    const [first, ...more] = salesSettingsFaults(settings, isCountry);
    if (first) throw new SalesSettingsRefused(first, more);
    return store.replace(settings, expectedVersion, by);
  };

export type ChangeSalesSettings = ReturnType<typeof createChangeSalesSettings>;
