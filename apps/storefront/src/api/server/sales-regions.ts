import 'server-only';
import { basketApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { listSalesRegions } = basketApi.routes;

export const readSalesRegions = () => readGateway(listSalesRegions, {});
