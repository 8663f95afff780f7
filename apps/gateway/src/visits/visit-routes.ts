import type { IncomingMessage } from 'node:http';
import { gatewayApi } from '@quayside/contracts';
import { addressKey, noContent, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { clientAddressOf } from '../edge/client-address.ts';
import type { Identify } from '../session/identify.ts';
import { isCounted } from './is-counted.ts';
import type { VisitCounter } from './visit-counter.ts';

/** Counts how far visitors come. Nobody waits for it, and nothing comes of it where Redis is away. */
export const serveVisits = (
  api: Api,
  { visits, identify, logger }: { visits: VisitCounter; identify: Pick<Identify, 'session'>; logger: Logger },
): void => {
  const isStaff = async (req: IncomingMessage): Promise<boolean> => {
    const session = await identify.session(req);
    return session?.kind === 'user' && session.user.roles.some((role) => role !== 'shopper');
  };
  api.serve(gatewayApi, {
    noteVisit: ({ req, body }) => {
      const visitor = `${addressKey(clientAddressOf(req))} ${req.headers['user-agent'] ?? ''}`;
      const note = async () => {
        if (!(await isStaff(req))) await visits.note(visitor, body.step);
      };
      if (isCounted(req.headers))
        note().catch((error: unknown) => logger.debug({ err: error }, 'a visit is not counted'));
      return noContent();
    },
  });
};
