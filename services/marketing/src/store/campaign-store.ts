import { inTransaction } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import type { Campaign } from '../domain/campaign.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

/** Writes the changed campaign into the outbox, in the transaction of the change. */
export type Announce = (tx: PoolClient, campaign: Campaign) => Promise<void>;

interface CampaignRow extends Omit<Campaign, 'typeSlug'> {
  typeSlug: string | null;
}

const toCampaign = ({ typeSlug, ...row }: CampaignRow): Campaign => ({
  ...row,
  ...(typeSlug !== null && { typeSlug }),
});

export const createCampaignStore = ({ pool, announce }: { pool: Pool; announce: Announce }) => ({
  /** Resolves to false where it is there already, and then changes nothing. */
  add: (campaign: Campaign): Promise<boolean> =>
    inTransaction(pool, async (tx) => {
      const { rowCount } = await tx.query(
        `INSERT INTO campaigns (id, name, headline, body, discount_percent, type_slug, starts_at, ends_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
        [
          campaign.id,
          campaign.name,
          campaign.headline,
          campaign.body,
          campaign.discountPercent,
          campaign.typeSlug ?? null,
          campaign.startsAt,
          campaign.endsAt,
          campaign.version,
        ],
      );
      if (rowCount === 0) return false;
      await announce(tx, campaign);
      return true;
    }),
});

/** More than anybody runs at once; a bound all the same. */
const listedAtMost = 100;

export const createCampaignReads = (pool: Pool) => ({
  /**
   * The latest started first.
   *
   * @throws {CampaignsUnavailable}
   */
  running: async (now: Date): Promise<readonly Campaign[]> => {
    const { rows } = await answerOrUnavailable(
      pool.query<CampaignRow>({
        name: 'campaigns-running',
        text: `SELECT id, name, headline, body, discount_percent AS "discountPercent", type_slug AS "typeSlug",
                    starts_at AS "startsAt", ends_at AS "endsAt", version
             FROM campaigns WHERE starts_at <= $1 AND ends_at > $1
             ORDER BY starts_at DESC, id LIMIT $2`,
        values: [now, listedAtMost],
      }),
    );
    return rows.map(toCampaign);
  },
});
