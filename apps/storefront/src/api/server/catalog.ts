import 'server-only';
import { itemPage } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readItems = (query: URLSearchParams) => readGateway(`/api/v1/catalog/items?${query}`, itemPage);
