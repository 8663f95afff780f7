import 'server-only';
import { catalogApi, type AuditQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readAudit = (query: AuditQueryInput) =>
  readGateway(catalogApi.routes.readCatalogAudit, { query });
