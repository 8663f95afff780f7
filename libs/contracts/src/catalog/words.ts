import { z } from 'zod';
import { adminListQuery, flagFilter } from '../shared/admin-list.ts';
import { ifMatch } from '../shared/headers.ts';
import { aggregateVersion, itemId, timestamp, wholeNumber } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { defineRoute } from '../shared/route.ts';
import { printableLine } from '../shared/text.ts';

const words = '/api/v1/admin/catalog/words';
const one = `${words}/:id` as const;
const byId = z.strictObject({ id: wholeNumber(itemId) });

/** As what products have a word. */
export const wordUse = z.enum(['attribute', 'attribute-value', 'option', 'option-value', 'tag']);
export type WordUse = z.infer<typeof wordUse>;

/** A word that products share, with what it is in other languages. */
export const shopWord = z
  .object({
    id: itemId,
    /** In the shop's own language. */
    term: z.string(),
    /** Null: pages in that language show the shop's own. */
    names: z.object({ de: z.string().nullable() }),
    uses: z.array(wordUse),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'ShopWord' });
export type ShopWord = z.infer<typeof shopWord>;
export const shopWordPage = pageOf(shopWord).meta({ id: 'ShopWordPage' });

/** Query of `GET /api/v1/admin/catalog/words`; `q` is looked for in each language. */
export const wordQuery = z.strictObject({
  ...adminListQuery(['term', 'german', 'changed']),
  use: wordUse.optional(),
  /** Whether it is written in German. */
  german: flagFilter,
});
export type WordQuery = z.input<typeof wordQuery>;

/** Body of `PUT /api/v1/admin/catalog/words/{id}`. */
export const wordUpdate = z
  .strictObject({ names: z.strictObject({ de: printableLine(200).nullable() }) })
  .meta({ id: 'WordUpdate' });

export const wordProblems = {
  'word-not-found': { status: 404, title: 'No product has this word any more' },
} as const;

/** What attributes, options, their values and tags are called in other languages: one word means one thing in a shop. */
export const wordRoutes = {
  listWords: defineRoute({
    method: 'get',
    path: words,
    summary: 'Words of attributes, options, their values and tags, each with what it is in German',
    audience: 'merchandiser',
    query: wordQuery,
    answers: { 200: { description: 'One page of words', schema: shopWordPage } },
    problems: ['catalog-unavailable'],
  }),
  getWord: defineRoute({
    method: 'get',
    path: one,
    summary: 'One word, with the ETag to change it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The word', schema: shopWord } },
    problems: ['word-not-found', 'catalog-unavailable'],
  }),
  changeWord: defineRoute({
    method: 'put',
    path: one,
    summary:
      'Say what it is in German; null: nothing of its own. A 412 carries the word as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: wordUpdate,
    answers: { 200: { description: 'The word as it is now, with its new ETag', schema: shopWord } },
    problems: ['word-not-found', 'stale-version', 'catalog-unavailable'],
  }),
};
