import { isCountry } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';
import { SalesSettingsRefused } from '../domain/sales-settings-error.ts';
import { salesSettingsFaults } from '../domain/sales-settings-faults.ts';
import type { SalesSettingsStore, VersionedSalesSettings } from './sales-settings-store.ts';

/** Replaces the sales settings, if every order could be priced by the new ones. */
export const createChangeSalesSettings =
  ({ store }: { store: SalesSettingsStore }) =>
  async (settings: SalesSettings, expectedVersion: number): Promise<VersionedSalesSettings> => {
    const [first, ...more] = salesSettingsFaults(settings, isCountry);
    if (first) throw new SalesSettingsRefused(first, more);
    return store.replace(settings, expectedVersion);
  };

export type ChangeSalesSettings = ReturnType<typeof createChangeSalesSettings>;
