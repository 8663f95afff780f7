import type { Migration } from '@quayside/postgres';

/** A deleted account takes its sign-ins along. */
export const modelsOfAccounts: Migration = {
  name: '0003-models-of-accounts',
  sql: `CREATE INDEX oidc_models_account ON oidc_models ((payload->>'accountId'));`,
};
