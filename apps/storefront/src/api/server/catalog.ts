import 'server-only';
import { catalogApi, type ItemListInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { listItems } = catalogApi.routes;

export const readItems = (query: ItemListInput) => readGateway(listItems, { query });
