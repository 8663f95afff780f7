import { z } from 'zod';
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
  deprecated: { since: '2026-11-28', successor: 'quayside.marketing.campaign-changed.v2' },
});

const language = z.string().regex(/^[a-z]{2}$/);

/** Told beside `.v1`, and before it. The first version grew other languages field by field, each of which may lack one. */
export const campaignChangedV2 = defineEvent({
  type: 'quayside.marketing.campaign-changed.v2',
  topic: topics.marketing,
  summary: 'The whole campaign after any change, complete in each language that it has',
  subject: 'campaign',
  example: {
    id: '0199d3f0-77aa-7b2e-8c4d-15e9a0c3d6f4',
    language: 'en',
    texts: {
      en: {
        name: 'Spring fit-out',
        headline: 'Everything for the first sail of the year',
        body: 'A tenth off all lamps until the boats are in.',
      },
      de: {
        name: 'Fit für den Frühling',
        headline: 'Alles für den ersten Törn des Jahres',
        body: 'Ein Zehntel Nachlass auf alle Lampen, bis die Boote im Wasser sind.',
      },
    },
    discountPercent: 10,
    typeSlug: 'lamps',
    startsAt: '2026-03-01T00:00:00.000Z',
    endsAt: '2026-04-01T00:00:00.000Z',
    version: 1,
  },
  data: campaign
    .omit({ name: true, headline: true, body: true, names: true, headlines: true, bodies: true })
    .extend({
      /** The shop's own; what is shown where there is no text in a reader's language. */
      language,
      /** By ISO 639-1; what is not written in a language stands in the shop's own. */
      texts: z.record(language, z.object({ name: z.string(), headline: z.string(), body: z.string() })),
    })
    .refine(({ language: own, texts }) => own in texts, { message: 'lacks the texts of its own language' }),
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
