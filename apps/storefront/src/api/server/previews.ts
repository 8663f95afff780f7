import 'server-only';
import { catalogApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readPreview = (token: string) =>
  readGateway(catalogApi.routes.readPreview, { params: { token } });
