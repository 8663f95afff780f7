import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { defineRoute } from '../shared/route.ts';
import { campaignProblems, campaignRoutes } from './campaign-routes.ts';
import { campaignList } from './http.ts';
import { orderMailProblems, orderMailRoutes } from './order-mails.ts';
import { contactProblems, contactRoutes } from './contact-messages.ts';
import { mailChoiceProblems, mailChoiceRoutes } from './mail-choices.ts';
import { oneClickRoutes } from './one-click.ts';
import { pushProblems, pushRoutes } from './pushes.ts';
import { stockRequestProblems, stockRequestRoutes } from './stock-request-routes.ts';
import { salesQuery, salesReport } from './sales.ts';
import { visitRoutes } from './visits.ts';

const salesPath = '/api/v1/admin/marketing/sales';

export const marketingApi = defineApi({
  name: 'marketing',
  title: 'Marketing',
  problems: {
    ...campaignProblems,
    ...orderMailProblems,
    ...stockRequestProblems,
    ...contactProblems,
    ...mailChoiceProblems,
    ...pushProblems,
    'campaigns-unavailable': { status: 503, title: 'Campaigns are out of reach right now', retryAfter: 1 },
    'sales-unavailable': {
      status: 503,
      title: 'The sales figures are out of reach right now',
      retryAfter: 1,
    },
  },
  routes: {
    listCampaigns: defineRoute({
      method: 'get',
      path: '/api/v1/campaigns',
      summary: 'Campaigns running now, the latest started first',
      audience: 'public',
      query: z.strictObject({}),
      answers: { 200: { description: 'The running campaigns', schema: campaignList } },
      problems: ['campaigns-unavailable'],
    }),
    ...campaignRoutes,
    ...orderMailRoutes,
    ...stockRequestRoutes,
    ...contactRoutes,
    ...mailChoiceRoutes,
    ...oneClickRoutes,
    ...pushRoutes,
    ...visitRoutes,
    readSales: defineRoute({
      method: 'get',
      path: salesPath,
      summary: 'How the shop sells: day by day, compared with the days before, and what sells best',
      audience: 'admin',
      query: salesQuery,
      answers: { 200: { description: 'The figures', schema: salesReport } },
      problems: ['sales-unavailable'],
    }),
    exportSales: defineRoute({
      method: 'get',
      path: `${salesPath}/export`,
      summary: 'The same figures day by day, as CSV',
      audience: 'admin',
      query: salesQuery,
      answers: { 200: { description: 'A line for each day', contentType: 'text/csv' } },
      problems: ['sales-unavailable'],
    }),
  },
});
