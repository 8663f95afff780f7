import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { funnelQuery } from './sales.ts';

/** How far a visit came. Who came to one was at those before it, too. */
export const visitStep = z.enum(['product', 'basket', 'checkout']);
export type VisitStep = z.infer<typeof visitStep>;

/** Body of `POST /api/v1/visits`. */
export const visitNote = z.strictObject({ step: visitStep }).meta({ id: 'VisitNote' });

/** A day in the shop's time zone. */
const day = z.iso.date();
const count = z.int().min(0).max(2_000_000_000);

/** What a day has come to so far; a day never comes to less than it did. */
export const visitDay = z
  .strictObject({ day, visits: count, baskets: count, checkouts: count })
  .meta({ id: 'VisitDay' });
export type VisitDay = z.infer<typeof visitDay>;

const figures = {
  /** In which a product was seen: one for each visitor and day. */
  visits: z.int(),
  /** In which something was put into a basket. */
  baskets: z.int(),
  /** In which a checkout was begun. */
  checkouts: z.int(),
  /** Orders that were paid, in whatever currency. */
  paid: z.int(),
};
const funnelSums = z.object(figures).meta({ id: 'FunnelSums' });
export type FunnelSums = z.infer<typeof funnelSums>;
const funnelDay = z.object({ day, ...figures }).meta({ id: 'FunnelDay' });
export type FunnelDay = z.infer<typeof funnelDay>;

export const funnelReport = z
  .object({
    from: day,
    to: day,
    timeZone: z.string(),
    /** Every day of the period, the earliest first. */
    days: z.array(funnelDay),
    sums: funnelSums,
    /** As many days before these. */
    before: z.object({ from: day, to: day, sums: funnelSums }),
  })
  .meta({ id: 'FunnelReport' });
export type FunnelReport = z.infer<typeof funnelReport>;

const funnelPath = '/api/v1/admin/marketing/funnel';

export const visitRoutes = {
  readFunnel: defineRoute({
    method: 'get',
    path: funnelPath,
    summary:
      'How many looked, filled a basket, went to the checkout and paid: day by day, beside the days before',
    audience: 'admin',
    query: funnelQuery,
    answers: { 200: { description: 'The figures', schema: funnelReport } },
    problems: ['sales-unavailable'],
  }),
  exportFunnel: defineRoute({
    method: 'get',
    path: `${funnelPath}/export`,
    summary: 'The same figures day by day, as CSV',
    audience: 'admin',
    query: funnelQuery,
    answers: { 200: { description: 'A line for each day', contentType: 'text/csv' } },
    problems: ['sales-unavailable'],
  }),
  keepVisits: defineRoute({
    method: 'post',
    path: '/internal/v1/visit-days',
    summary: 'Keep what a day has come to; the same once more changes nothing',
    audience: 'gateway',
    body: visitDay,
    answers: { 204: { description: 'It is kept' } },
    problems: ['sales-unavailable'],
  }),
};
