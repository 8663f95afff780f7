import {
  inTransaction,
  postgresConfig,
  postgresIsAway,
  postgresOutbox,
  postgresStore,
} from '@quayside/postgres';
import type { PoolClient } from 'pg';
import { defineService, serviceConfig } from '../src/index.ts';
import { partsOf, type Tally } from './tally.ts';

export const migrations = [
  postgresOutbox.migration,
  { name: '0001-tally', sql: 'CREATE TABLE tally (item_id integer NOT NULL)' },
];

export const tallyOnPostgres = defineService({
  name: 'tally',
  config: serviceConfig(postgresConfig),
  store: postgresStore({ migrations }),
  build: ({ store: { pool } }) => {
    const tally: Tally<PoolClient> = {
      publish: (event) => inTransaction(pool, (tx) => postgresOutbox.append(tx, event)),
      count: async (itemId, _eventId, tx) => void (await tx.query('INSERT INTO tally VALUES ($1)', [itemId])),
      counted: async (itemId) =>
        (await pool.query('SELECT 1 FROM tally WHERE item_id = $1', [itemId])).rows.length,
    };
    return partsOf(tally, postgresIsAway);
  },
});
