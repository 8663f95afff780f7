import 'server-only';
import { catalogApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getCatalogJob, listCatalogJobs } = catalogApi.routes;

export const readJobs = (page: number) => readGateway(listCatalogJobs, { query: { page, pageSize: 25 } });

export const readJob = (id: string) => readGateway(getCatalogJob, { params: { id } });
