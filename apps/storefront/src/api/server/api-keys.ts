import 'server-only';
import { identityApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readApiKeys = () => readGateway(identityApi.routes.listApiKeys, {});
