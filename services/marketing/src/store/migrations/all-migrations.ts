import { postgresOutbox, type Migration } from '@quayside/postgres';
import { marketingTables } from './0001-marketing.ts';

export const allMigrations: readonly Migration[] = [marketingTables, postgresOutbox.migration];
