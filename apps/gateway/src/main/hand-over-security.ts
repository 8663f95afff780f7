import { basicCredentials, ProblemError } from '@quayside/http';
import { keepSecurityRecords, type Closeable, type Logger, type SecurityJournal } from '@quayside/runtime';
import type { Services } from '../downstream/services.ts';
import { clientId } from '../sign-in/openid-client.ts';

const everyMs = 2_000;
/** Together smaller than a body may be. */
const atOnce = 50;

/** Hands what the gateway noted to Identity, which keeps the security log; while that is away it waits here. */
export const handOverSecurity = (options: {
  journal: SecurityJournal;
  services: Services;
  clientSecret: string;
  logger: Logger;
}): Closeable & { start(): void } => {
  const { journal, services, logger } = options;
  const asGateway = basicCredentials(clientId, options.clientSecret);
  /** What Identity will never take must not keep the rest waiting; it is in the log of this process all the same. */
  const orLeaveOut = (error: unknown): void => {
    if (!(error instanceof ProblemError) || ![400, 413].includes(error.options.status)) throw error;
    logger.error({ err: error }, 'Identity does not understand a part of the security log');
  };
  return keepSecurityRecords({
    name: 'the handing over of the security log',
    ...{ everyMs, journal, logger },
    keep: async (records) => {
      for (let at = 0; at < records.length; at += atOnce) {
        const body = { records: records.slice(at, at + atOnce) };
        await services('identity', 'noteSecurity', { body }, asGateway).catch(orLeaveOut);
      }
    },
  });
};
