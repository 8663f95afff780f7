import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readSystem = () => readGateway(gatewayApi.routes.readSystem, {});
