import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, itemId, timestamp, wholeNumber } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import { writtenLine } from '../shared/text.ts';

const synonyms = '/api/v1/admin/catalog/synonyms';
const one = `${synonyms}/:id` as const;
const byId = z.strictObject({ id: wholeNumber(itemId) });

/** Words and phrases that mean the same to the search of the shop. */
export const synonymGroup = z
  .object({ id: itemId, phrases: z.array(z.string()), changedAt: timestamp, version: aggregateVersion })
  .meta({ id: 'SynonymGroup' });
export type SynonymGroup = z.infer<typeof synonymGroup>;
export const synonymGroupPage = pageOf(synonymGroup).meta({ id: 'SynonymGroupPage' });

const phrase = writtenLine(60).refine(
  (text) => /[\p{L}\p{N}]/u.test(text),
  'A phrase has a letter or a digit',
);

/** Body of `POST` and `PUT` on synonyms: a group is what its phrases are. */
export const synonymPhrases = z
  .strictObject({
    phrases: z
      .array(phrase)
      .min(2)
      .max(50)
      .refine(
        (all) => new Set(all.map((text) => text.toLowerCase())).size === all.length,
        'Each phrase once',
      ),
  })
  .meta({ id: 'SynonymPhrases' });
export type SynonymPhrases = z.input<typeof synonymPhrases>;

/** Query of `GET /api/v1/admin/catalog/synonyms`; `q` is looked for in the phrases. */
export const synonymQuery = z.strictObject(adminListQuery(['phrase', 'changed']));
export type SynonymQuery = z.input<typeof synonymQuery>;

export const synonymProblems = {
  'synonyms-not-found': { status: 404, title: 'There is no such group of synonyms' },
} as const;

const asItIsNow = { description: 'The group as it is now, with its new ETag', schema: synonymGroup };

/** What means the same to a search: the search goes by it as soon as it is saved. */
export const synonymRoutes = {
  listSynonyms: defineRoute({
    method: 'get',
    path: synonyms,
    summary: 'Groups of words and phrases that mean the same',
    audience: 'merchandiser',
    query: synonymQuery,
    answers: { 200: { description: 'One page of groups', schema: synonymGroupPage } },
    problems: ['catalog-unavailable'],
  }),
  createSynonyms: defineRoute({
    method: 'post',
    path: synonyms,
    summary: 'A new group',
    audience: 'merchandiser',
    body: synonymPhrases,
    answers: { 201: { description: 'The group, with its ETag', schema: synonymGroup } },
    problems: ['catalog-unavailable'],
  }),
  getSynonyms: defineRoute({
    method: 'get',
    path: one,
    summary: 'One group, with the ETag to change it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The group', schema: synonymGroup } },
    problems: ['synonyms-not-found', 'catalog-unavailable'],
  }),
  changeSynonyms: defineRoute({
    method: 'put',
    path: one,
    summary: 'Put other phrases in their place. A 412 carries the group as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: synonymPhrases,
    answers: { 200: asItIsNow },
    problems: ['synonyms-not-found', 'stale-version', 'catalog-unavailable'],
  }),
  deleteSynonyms: defineRoute({
    method: 'delete',
    path: one,
    summary: 'Delete a group: its phrases mean only themselves again',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    answers: { 204: { description: 'It is gone' } },
    problems: ['synonyms-not-found', 'stale-version', 'catalog-unavailable'],
  }),
};
