import { ok, type Api } from '@quayside/http';
import type { AuditReads } from '../usecases/audit-reads.ts';
import { contract } from './contract.ts';

/** What staff did to the catalog. */
export const serveAudit = (api: Api, { audit }: { audit: AuditReads }): void =>
  api.serve(contract, { readCatalogAudit: async ({ query }) => ok(await audit.read(query)) });
