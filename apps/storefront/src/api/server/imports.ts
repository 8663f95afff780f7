import 'server-only';
import { catalogApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getImport, listImports } = catalogApi.routes;

export const readImports = (page: number) => readGateway(listImports, { query: { page, pageSize: 25 } });

export const readImport = (id: string) => readGateway(getImport, { params: { id } });
