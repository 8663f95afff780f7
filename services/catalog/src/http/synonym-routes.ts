import { etagOf } from '@quayside/contracts';
import { created, noContent, ok, type Api } from '@quayside/http';
import type { SynonymStore } from '../usecases/synonyms.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** What means the same to a search, as staff see and change it. */
export const serveSynonyms = (api: Api, { synonyms }: { synonyms: SynonymStore }): void =>
  api.serve(contract, {
    listSynonyms: async ({ query }) => ok(await synonyms.list(query)),
    createSynonyms: async ({ body: { phrases }, principal }) => {
      const group = await synonyms.add(phrases, actorOf(principal));
      return created(group, `${contract.routes.createSynonyms.path}/${group.id}`, {
        etag: etagOf(group.version),
      });
    },
    getSynonyms: async ({ params: { id } }) => {
      const group = await synonyms.find(id);
      return ok(group, { etag: etagOf(group.version) });
    },
    changeSynonyms: async ({ params: { id }, headers, body: { phrases }, principal }) => {
      const by = actorOf(principal);
      const group = await synonyms.change({ id, by, expectedVersion: headers['if-match'] }, phrases);
      return ok(group, { etag: etagOf(group.version) });
    },
    deleteSynonyms: async ({ params: { id }, headers, principal }) => {
      await synonyms.remove({ id, by: actorOf(principal), expectedVersion: headers['if-match'] });
      return noContent();
    },
  });
