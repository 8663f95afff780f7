import 'server-only';
import { catalogApi, type ImportListQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getImport, listImports } = catalogApi.routes;

export const readImports = (query: ImportListQuery) => readGateway(listImports, { query });

export const readImport = (id: string) => readGateway(getImport, { params: { id } });
