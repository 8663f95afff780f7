import type { StaffRole } from '@quayside/contracts';
import { callApi } from './call-api.ts';

/** Refused with 412, and the user as they are now, when somebody changed them since `etag` was read. */
export const giveRoles = (id: string, etag: string, roles: StaffRole[]) =>
  callApi('PUT /api/v1/admin/identity/users/:id/roles', {
    params: { id },
    headers: { 'if-match': etag },
    body: { roles },
  });
