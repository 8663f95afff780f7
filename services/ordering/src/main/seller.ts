import type { z } from 'zod';
import type { Seller } from '../domain/invoice.ts';
import type { apiConfig } from './config.ts';

type Config = Pick<
  z.output<typeof apiConfig>,
  'SELLER_NAME' | 'SELLER_ADDRESS' | 'SELLER_CONTACT' | 'SELLER_TAX_ID' | 'SELLER_IMPRINT'
>;

export const sellerOf = (config: Config): Seller => ({
  name: config.SELLER_NAME,
  address: config.SELLER_ADDRESS.split(';')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  contact: config.SELLER_CONTACT,
  taxId: config.SELLER_TAX_ID,
  imprint: config.SELLER_IMPRINT,
});
