export { createPool } from './create-pool.ts';
export { inTransaction } from './in-transaction.ts';
export type { Migration } from './migration.ts';
export { onceMigrated } from './once-migrated.ts';
export { requireSchema } from './require-schema.ts';
export { runMigrations } from './run-migrations.ts';
export { waitForServer } from './wait-for-server.ts';
