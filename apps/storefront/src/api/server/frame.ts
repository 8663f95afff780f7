import 'server-only';
import { gatewayApi } from '@quayside/contracts';
import { cache } from 'react';
import { hasSession, readGateway } from './gateway.ts';

/**
 * The visitor's own part of a page, read once however many components show of it. Somebody without a session has put
 * nothing anywhere yet; asking would only open a session for them.
 */
export const readFrame = cache(async () =>
  (await hasSession()) ? readGateway(gatewayApi.routes.getFrame, {}) : undefined,
);
