import { postgresAuditLog, postgresOutbox, type Migration } from '@quayside/postgres';
import { confirmedAddresses } from './0005-confirmed-addresses.ts';
import { secondFactors } from './0006-second-factors.ts';
import { securityEventTables } from './0007-security-events.ts';
import { passkeyTable } from './0008-passkeys.ts';
import { savedViews } from './0012-saved-views.ts';
import { outsideSignIns } from './0013-outside-sign-ins.ts';
import { sealedSigningKeys } from './0009-sealed-signing-keys.ts';
import { deadLetterTable } from './0010-dead-letters.ts';
import { apiKeyTable } from './0011-api-keys.ts';
import { identityTables } from './0001-identity.ts';
import { modelsOfAccounts } from './0003-models-of-accounts.ts';
import { staffAndCustomers } from './0004-staff-and-customers.ts';
import { guestKeys } from './0002-guest-keys.ts';

export const allMigrations: readonly Migration[] = [
  identityTables,
  postgresOutbox.migration,
  guestKeys,
  modelsOfAccounts,
  staffAndCustomers,
  postgresAuditLog.migration,
  confirmedAddresses,
  secondFactors,
  securityEventTables,
  passkeyTable,
  sealedSigningKeys,
  deadLetterTable,
  apiKeyTable,
  savedViews,
  outsideSignIns,
];
