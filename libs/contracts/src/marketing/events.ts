import { defineEvent } from '../shared/event.ts';
import { topics } from '../shared/topics.ts';
import { campaign, coupon } from './http.ts';

export const campaignChanged = defineEvent({
  type: 'quayside.marketing.campaign-changed.v1',
  topic: topics.marketing,
  summary: 'The whole campaign after any change',
  subject: 'campaign',
  example: {
    id: '0199d3f0-77aa-7b2e-8c4d-15e9a0c3d6f4',
    name: 'Spring fit-out',
    headline: 'Everything for the first sail of the year',
    body: 'A tenth off all lamps until the boats are in.',
    discountPercent: 10,
    typeSlug: 'lamps',
    startsAt: '2026-03-01T00:00:00.000Z',
    endsAt: '2026-04-01T00:00:00.000Z',
    version: 1,
  },
  data: campaign,
});

/** Apart from campaigns, which whoever does not know of codes would give to everybody. */
export const couponChanged = defineEvent({
  type: 'quayside.marketing.coupon-changed.v1',
  topic: topics.marketing,
  summary: 'The whole coupon after any change',
  subject: 'campaign',
  example: {
    id: '0199d3f0-77aa-7b2e-8c4d-15e9a0c3d6f5',
    code: 'FIRST-SAIL',
    name: 'First sail',
    discountPercent: 10,
    startsAt: '2026-03-01T00:00:00.000Z',
    endsAt: '2026-04-01T00:00:00.000Z',
    version: 1,
  },
  data: coupon,
});
