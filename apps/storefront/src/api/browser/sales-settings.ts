import type { SalesSettings } from '@quayside/contracts/money';
import { callApi } from './call-api.ts';

/** Refused with 412, and the settings as they are now, when somebody changed them since `etag` was read. */
export const replaceSalesSettings = (settings: SalesSettings, etag: string) =>
  callApi('PUT /api/v1/sales-settings', { headers: { 'if-match': etag }, body: settings });
