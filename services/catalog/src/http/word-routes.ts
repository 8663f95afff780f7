import { etagOf } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { WordStore } from '../usecases/words.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** What attributes, options, their values and tags are in other languages, as staff see and write it. */
export const serveWords = (api: Api, { words }: { words: WordStore }): void =>
  api.serve(contract, {
    listWords: async ({ query }) => ok(await words.list(query)),
    getWord: async ({ params: { id } }) => {
      const word = await words.find(id);
      return ok(word, { etag: etagOf(word.version) });
    },
    changeWord: async ({ params: { id }, headers, body: { names }, principal }) => {
      const on = { id, by: actorOf(principal), expectedVersion: headers['if-match'] };
      const word = await words.change(on, names);
      return ok(word, { etag: etagOf(word.version) });
    },
  });
