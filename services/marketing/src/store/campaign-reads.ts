import { postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { ListedCampaign } from '../usecases/campaigns.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { campaignColumns, toCampaign, type CampaignRow } from './campaign-rows.ts';

/** More than anybody runs at once; a bound all the same. */
const listedAtMost = 100;

export const createCampaignReads = (pool: Pool) => ({
  /**
   * Those for everybody, the latest started first.
   *
   * @throws {CampaignsUnavailable}
   */
  running: async (now: Date): Promise<readonly ListedCampaign[]> => {
    const { rows } = await answerOrUnavailable(
      pool.query<CampaignRow>({
        name: 'campaigns-running',
        text: `SELECT ${campaignColumns} FROM campaigns
                WHERE starts_at <= $1 AND ends_at > $1 AND code IS NULL
                ORDER BY starts_at DESC, id LIMIT $2`,
        values: [now, listedAtMost],
      }),
    );
    return rows.map(toCampaign);
  },
  /** @throws {CampaignsUnavailable} */
  audit: (query: Parameters<typeof postgresAuditLog.read>[1]) =>
    answerOrUnavailable(postgresAuditLog.read(pool, query)),
});
