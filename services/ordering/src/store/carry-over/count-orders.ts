import type { Db } from 'mongodb';
import { orderCollection } from '../order-document.ts';

/** How many orders there are. */
export const countOrders = (db: Db): Promise<number> => orderCollection(db).countDocuments();
