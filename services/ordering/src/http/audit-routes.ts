import type { AuditPage, AuditQuery } from '@quayside/runtime';
import { ok, type Api } from '@quayside/http';
import { contract } from './contract.ts';

export const serveAudit = (api: Api, read: (query: AuditQuery) => Promise<AuditPage>): void =>
  api.serve(contract, { readOrderingAudit: async ({ query }) => ok(await read(query)) });
