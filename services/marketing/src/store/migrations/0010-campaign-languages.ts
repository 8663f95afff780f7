import type { Migration } from '@quayside/postgres';

/** What a campaign says in other languages, by their codes. */
export const campaignLanguages: Migration = {
  name: '0010-campaign-languages',
  sql: `
    ALTER TABLE campaigns
      ADD COLUMN names jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN headlines jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN bodies jsonb NOT NULL DEFAULT '{}';
  `,
};
