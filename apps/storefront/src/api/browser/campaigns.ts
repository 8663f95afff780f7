import type { CampaignUpdate, NewCampaign } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const createCampaign = (campaign: NewCampaign) =>
  callApi('POST /api/v1/admin/marketing/campaigns', { body: campaign });

/** Refused with 412, and the campaign as it is now, when somebody changed it since `etag` was read. */
export const changeCampaign = (id: string, etag: string, change: CampaignUpdate) =>
  callApi('PUT /api/v1/admin/marketing/campaigns/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: change,
  });

export const endCampaign = (id: string, etag: string) =>
  callApi('POST /api/v1/admin/marketing/campaigns/:id/end', {
    params: { id },
    headers: { 'if-match': etag },
  });
