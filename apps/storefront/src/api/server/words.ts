import 'server-only';
import { catalogApi, type WordQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getWord, listWords } = catalogApi.routes;

export const readWords = (query: WordQuery) => readGateway(listWords, { query });

export const readWord = (id: number) => readGateway(getWord, { params: { id } });
