import 'server-only';
import { catalogApi, identityApi, orderingApi, type AuditQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readAudit = (query: AuditQueryInput) =>
  readGateway(catalogApi.routes.readCatalogAudit, { query });

export const readOrderingAudit = (query: AuditQueryInput) =>
  readGateway(orderingApi.routes.readOrderingAudit, { query });

export const readIdentityAudit = (query: AuditQueryInput) =>
  readGateway(identityApi.routes.readIdentityAudit, { query });
