import { etagOf, type AdminCampaign, type AuditQuery } from '@quayside/contracts';
import { created, ok, type Api, type Principal } from '@quayside/http';
import { changeCampaign, endCampaign, sound, stateOf } from '../domain/campaign.ts';
import { StaleVersion } from '../domain/campaign-errors.ts';
import type { Actor, CampaignStore, ListedCampaign } from '../usecases/campaigns.ts';
import { contract } from './contract.ts';

const actorOf = ({ id, name }: Principal): Actor => ({ id, name });

const bodyOf = (campaign: ListedCampaign, now: Date): AdminCampaign => ({
  ...campaign,
  names: { de: campaign.names?.['de'] ?? null },
  headlines: { de: campaign.headlines?.['de'] ?? null },
  bodies: { de: campaign.bodies?.['de'] ?? null },
  typeSlug: campaign.typeSlug ?? null,
  code: campaign.code ?? null,
  maxUses: campaign.maxUses ?? null,
  maxUsesPerCustomer: campaign.maxUsesPerCustomer ?? null,
  startsAt: campaign.startsAt.toISOString(),
  endsAt: campaign.endsAt.toISOString(),
  changedAt: campaign.changedAt.toISOString(),
  state: stateOf(campaign, now),
});

type Asked = { readonly de: string | null };
/** Null where nothing is written in another language. */
const written = ({ de }: Asked) => (de === null ? null : { de });

type Translations = Partial<Record<'names' | 'headlines' | 'bodies', Asked | undefined>>;
const translationsOf = (asked: Translations) => ({
  ...(asked.names && { names: written(asked.names) }),
  ...(asked.headlines && { headlines: written(asked.headlines) }),
  ...(asked.bodies && { bodies: written(asked.bodies) }),
});

interface Dependencies {
  campaigns: CampaignStore;
  audit: (query: AuditQuery) => Promise<object>;
  newId: () => string;
  now: () => Date;
}

/** Campaigns and coupons as staff see and change them. */
export const serveCampaignAdministration = (
  api: Api,
  { campaigns, audit, newId, now }: Dependencies,
): void => {
  const answer = (campaign: ListedCampaign) =>
    ok(bodyOf(campaign, now()), { etag: etagOf(campaign.version) });
  /** Who comes late is shown the campaign as everybody is. */
  const shown = async (changed: Promise<ListedCampaign>): Promise<ListedCampaign> => {
    try {
      return await changed;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
      throw new StaleVersion(bodyOf(error.extra.current as ListedCampaign, now()));
    }
  };
  api.serve(contract, {
    listAdminCampaigns: async ({ query }) => {
      const { items, totalItems } = await campaigns.page(query, now());
      const { page, pageSize } = query;
      return ok({ items: items.map((one) => bodyOf(one, now())), page, pageSize, totalItems });
    },
    createCampaign: async ({ body, principal }) => {
      const { typeSlug, code, maxUses, maxUsesPerCustomer, startsAt, endsAt, ...rest } = body;
      const { names, headlines, bodies, ...texts } = rest;
      const asked = sound({
        ...texts,
        ...(names.de !== null && { names: { de: names.de } }),
        ...(headlines.de !== null && { headlines: { de: headlines.de } }),
        ...(bodies.de !== null && { bodies: { de: bodies.de } }),
        id: newId(),
        ...(typeSlug !== null && { typeSlug }),
        ...(code !== null && { code }),
        ...(maxUses !== null && { maxUses }),
        ...(maxUsesPerCustomer !== null && { maxUsesPerCustomer }),
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        version: 1,
      });
      const campaign = await campaigns.create(asked, actorOf(principal));
      return created(bodyOf(campaign, now()), `${contract.routes.createCampaign.path}/${campaign.id}`, {
        etag: etagOf(campaign.version),
      });
    },
    getCampaign: async ({ params: { id } }) => answer(await campaigns.find(id)),
    changeCampaign: async ({ params: { id }, headers, body, principal }) => {
      const { startsAt, endsAt, names, headlines, bodies, ...texts } = body;
      const change = {
        ...texts,
        ...translationsOf({ names, headlines, bodies }),
        ...(startsAt && { startsAt: new Date(startsAt) }),
        ...(endsAt && { endsAt: new Date(endsAt) }),
      };
      const decide = (found: ListedCampaign) => changeCampaign(found, change, headers['if-match']);
      return answer(await shown(campaigns.update(id, actorOf(principal), { action: 'changed', decide })));
    },
    endCampaign: async ({ params: { id }, headers, principal }) => {
      const decide = (found: ListedCampaign) => endCampaign(found, now(), headers['if-match']);
      return answer(await shown(campaigns.update(id, actorOf(principal), { action: 'ended', decide })));
    },
    readMarketingAudit: async ({ query }) => ok(await audit(query)),
  });
};
