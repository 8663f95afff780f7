import { z } from 'zod';
import { auditPage, auditQuery } from '../shared/audit.ts';
import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import {
  adminCampaign,
  adminCampaignPage,
  campaignId,
  campaignListQuery,
  campaignUpdate,
  newCampaign,
} from './campaigns.ts';

const campaigns = '/api/v1/admin/marketing/campaigns';
const one = `${campaigns}/:id` as const;
const byId = z.strictObject({ id: campaignId });
const changed = { description: 'The campaign as it is now, with its new ETag', schema: adminCampaign };

export const campaignProblems = {
  'campaign-not-found': { status: 404, title: 'No such campaign' },
  'campaign-without-time': { status: 422, title: 'A campaign ends after it starts' },
  'limit-without-code': { status: 422, title: 'Only a code has a limit' },
  'coupon-without-discount': { status: 422, title: 'A code takes something off' },
  'coupon-code-taken': { status: 409, title: 'Another campaign has this code' },
  'stale-version': { status: 412, title: 'Somebody changed it meanwhile' },
} as const;

/** Campaigns and coupons as staff see them. */
export const campaignRoutes = {
  listAdminCampaigns: defineRoute({
    method: 'get',
    path: campaigns,
    summary: 'Campaigns and coupons, searched, filtered and sorted',
    audience: 'merchandiser',
    query: campaignListQuery,
    answers: { 200: { description: 'One page of campaigns', schema: adminCampaignPage } },
    problems: ['campaigns-unavailable'],
  }),
  createCampaign: defineRoute({
    method: 'post',
    path: campaigns,
    summary: 'A new campaign; with a code it is a coupon',
    audience: 'merchandiser',
    body: newCampaign,
    answers: { 201: { description: 'The campaign, with its ETag', schema: adminCampaign } },
    problems: [
      'campaign-without-time',
      'coupon-without-discount',
      'limit-without-code',
      'coupon-code-taken',
      'campaigns-unavailable',
    ],
  }),
  getCampaign: defineRoute({
    method: 'get',
    path: one,
    summary: 'One campaign, with the ETag to change it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The campaign', schema: adminCampaign } },
    problems: ['campaign-not-found', 'campaigns-unavailable'],
  }),
  changeCampaign: defineRoute({
    method: 'put',
    path: one,
    summary: 'Change a campaign; absent fields stay. A 412 carries the campaign as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: campaignUpdate,
    answers: { 200: changed },
    problems: [
      'campaign-not-found',
      'campaign-without-time',
      'coupon-without-discount',
      'limit-without-code',
      'stale-version',
      'campaigns-unavailable',
    ],
  }),
  endCampaign: defineRoute({
    method: 'post',
    path: `${one}/end`,
    summary: 'End a campaign at once; one that has not started never does. Ending it again is fine',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    answers: { 200: changed },
    problems: ['campaign-not-found', 'stale-version', 'campaigns-unavailable'],
  }),
  readMarketingAudit: defineRoute({
    method: 'get',
    path: '/api/v1/admin/marketing/audit',
    summary: 'Who of the staff changed which campaign, the newest first',
    audience: 'merchandiser',
    query: auditQuery,
    answers: { 200: { description: 'A part of the audit log', schema: auditPage } },
    problems: ['campaigns-unavailable'],
  }),
};
