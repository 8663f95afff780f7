import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';

const answers = {
  200: { description: 'The feed, RSS 2.0 with the words of Google', contentType: 'application/xml' },
  304: { description: 'The caller has it already' },
} as const;

/** What the caller has already; `If-Modified-Since` counts where there is no tag (RFC 9110, section 13.1.3). */
const headers = z.object({
  'if-none-match': z.string().max(500).optional(),
  'if-modified-since': z.string().max(100).optional(),
});

/** All that is sold, for services that show it elsewhere. */
export const feedRoutes = {
  getGoogleFeed: defineRoute({
    method: 'get',
    path: '/feeds/google.xml',
    summary:
      "Every variant that is sold, in English and US dollars, by Google's specification of product data",
    audience: 'public',
    costs: 'feed',
    headers,
    answers,
    problems: ['catalog-unavailable'],
  }),
  getGermanGoogleFeed: defineRoute({
    method: 'get',
    path: '/de/feeds/google.xml',
    summary: 'The same in German and euros, of what has a price in euros',
    audience: 'public',
    costs: 'feed',
    headers,
    answers,
    problems: ['catalog-unavailable'],
  }),
};
