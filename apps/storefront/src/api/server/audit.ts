import 'server-only';
import {
  basketApi,
  catalogApi,
  identityApi,
  marketingApi,
  orderingApi,
  type AuditQueryInput,
  type SecurityQueryInput,
} from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readAudit = (query: AuditQueryInput) =>
  readGateway(catalogApi.routes.readCatalogAudit, { query });

export const readBasketAudit = (query: AuditQueryInput) =>
  readGateway(basketApi.routes.readBasketAudit, { query });

export const readMarketingAudit = (query: AuditQueryInput) =>
  readGateway(marketingApi.routes.readMarketingAudit, { query });

export const readOrderingAudit = (query: AuditQueryInput) =>
  readGateway(orderingApi.routes.readOrderingAudit, { query });

export const readIdentityAudit = (query: AuditQueryInput) =>
  readGateway(identityApi.routes.readIdentityAudit, { query });

export const readSecurityLog = (query: SecurityQueryInput) =>
  readGateway(identityApi.routes.readSecurityLog, { query });

/** Of one account, for those who help its owner. */
export const readCustomerSecurity = (id: string, pageSize: number) =>
  readGateway(identityApi.routes.readCustomerSecurity, { params: { id }, query: { pageSize } });
