import { inTransaction } from '@quayside/postgres';
import type { Logger } from '@quayside/runtime';
import type { Pool } from 'pg';
import { announce as tell } from '../messages/announce.ts';
import { tellOtherNames } from '../store/tell-other-names.ts';
import { tellUntoldStock } from '../store/tell-untold-stock.ts';

export const announce = tellOtherNames(tell);

/** Others hear of the stock that was there before it had events of its own. */
export const tellStockOfBefore = async ({ pool, logger }: { pool: Pool; logger: Logger }): Promise<void> => {
  const told = await inTransaction(pool, (tx) => tellUntoldStock(tx, announce));
  if (told > 0) logger.info({ told }, 'stock from before it had events of its own is told');
};
