import { addressFaults, type Address } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import type { Command } from '../domain/order-command.ts';
import type { SalesSettingsStore } from './sales-settings-store.ts';

export type AddressTerms = (
  address: Address,
) => Promise<Pick<Command<'change-address'>, 'faults' | 'taxedStates'>>;

/** What an address is judged by: the rules of its country, and whether its state makes a difference to the tax. */
export const createAddressTerms =
  (settings: Pick<SalesSettingsStore, 'read'>): AddressTerms =>
  async (address) => {
    const { countries } = await settings.read();
    return {
      faults: addressFaults(address, addressRulesOf(address.country)),
      taxedStates: countries.find(({ country }) => country === address.country)?.states,
    };
  };
