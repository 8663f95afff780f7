import 'server-only';
import { catalogApi, type SynonymQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getSynonyms, listSynonyms } = catalogApi.routes;

export const readSynonyms = (query: SynonymQuery) => readGateway(listSynonyms, { query });

export const readSynonymGroup = (id: number) => readGateway(getSynonyms, { params: { id } });
