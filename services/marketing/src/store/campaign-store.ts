import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import { DatabaseError, type ClientBase, type Pool, type PoolClient } from 'pg';
import type { Campaign } from '../domain/campaign.ts';
import { CampaignNotFound, CouponCodeTaken } from '../domain/campaign-errors.ts';
import type { CampaignStore, ListedCampaign } from '../usecases/campaigns.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import {
  campaignColumns,
  insertCampaign,
  toCampaign,
  updateCampaign,
  type CampaignRow,
} from './campaign-rows.ts';
import { pageOfCampaigns } from './page-of-campaigns.ts';

/** Writes the changed campaign into the outbox, in the transaction of the change. */
export type Announce = (tx: PoolClient, campaign: Campaign) => Promise<void>;

const entity = 'campaign';

/** What the log says of a campaign: what people can change. */
const told = ({ id: _id, version: _version, changedAt: _changedAt, uses: _uses, ...rest }: ListedCampaign) =>
  rest;

const find = async (db: Pool | ClientBase, id: string, lock = ''): Promise<ListedCampaign> => {
  const { rows } = await db.query<CampaignRow>(
    `SELECT ${campaignColumns} FROM campaigns WHERE id = $1 ${lock}`,
    [id],
  );
  if (!rows[0]) throw new CampaignNotFound(id);
  return toCampaign(rows[0]);
};

const isUniqueFault = (error: unknown): boolean => error instanceof DatabaseError && error.code === '23505';

export const createCampaignStore = ({
  pool,
  announce,
}: {
  pool: Pool;
  announce: Announce;
}): CampaignStore => ({
  page: (query, now) => answerOrUnavailable(pageOfCampaigns(pool, query, now)),
  find: (id) => answerOrUnavailable(find(pool, id)),
  create: async (campaign, by) => {
    try {
      return await answerOrUnavailable(
        inTransaction(pool, async (tx) => {
          await insertCampaign(tx, campaign);
          await announce(tx, campaign);
          const created = await find(tx, campaign.id);
          await postgresAuditLog.append(tx, by, {
            action: 'created',
            entity,
            entityId: created.id,
            after: told(created),
          });
          return created;
        }),
      );
    } catch (error) {
      if (isUniqueFault(error)) throw new CouponCodeTaken(campaign.code ?? '');
      throw error;
    }
  },
  update: (id, by, { action, decide }) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const before = await find(tx, id, 'FOR UPDATE');
        const decided = decide(before);
        if (!decided) return before;
        await updateCampaign(tx, decided);
        await announce(tx, decided);
        const after = await find(tx, id);
        await postgresAuditLog.append(tx, by, {
          action,
          entity,
          entityId: id,
          before: told(before),
          after: told(after),
        });
        return after;
      }),
    ),
});

/** Adds campaigns that come with the shop; resolves to false where one is there already, and then changes nothing. */
export const createCampaignSeed =
  ({ pool, announce }: { pool: Pool; announce: Announce }) =>
  (campaign: Campaign): Promise<boolean> =>
    inTransaction(pool, async (tx) => {
      if (!(await insertCampaign(tx, campaign, 'ON CONFLICT (id) DO NOTHING'))) return false;
      await announce(tx, campaign);
      return true;
    });
