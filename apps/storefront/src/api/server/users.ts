import 'server-only';
import { identityApi, type AdminUserQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readUsers = (query: AdminUserQueryInput) => readGateway(identityApi.routes.listUsers, { query });

export const readAdminUser = (id: string) => readGateway(identityApi.routes.findUser, { params: { id } });
