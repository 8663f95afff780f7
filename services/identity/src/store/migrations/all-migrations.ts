import { postgresOutbox, type Migration } from '@quayside/postgres';
import { identityTables } from './0001-identity.ts';

export const allMigrations: readonly Migration[] = [identityTables, postgresOutbox.migration];
