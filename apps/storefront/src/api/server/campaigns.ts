import 'server-only';
import { marketingApi, type CampaignListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getCampaign, listAdminCampaigns } = marketingApi.routes;

export const readCampaigns = (query: CampaignListInput) => readGateway(listAdminCampaigns, { query });

export const readCampaign = (id: string) => readGateway(getCampaign, { params: { id } });
