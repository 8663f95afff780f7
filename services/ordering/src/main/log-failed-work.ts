import { attemptsUntilStuck, type ClaimedWork } from '@quayside/due-work';
import type { Logger } from '@quayside/runtime';
import { PaymentRefused } from '../usecases/payments.ts';

/** Failed work is tried again for ever; what time alone does not mend is told to somebody. */
export const logFailedWork =
  (logger: Logger) =>
  ({ id: orderId, kind, attempt }: ClaimedWork, error: unknown, until: Date): void => {
    const about = { err: error, orderId, kind, attempt, until };
    if (error instanceof PaymentRefused) {
      logger.error(about, 'somebody must settle this with the payment company');
    } else if (attempt >= attemptsUntilStuck) {
      logger.error(about, 'due work keeps failing: somebody must find out why');
    } else {
      logger.warn(about, 'due work failed, it is tried again');
    }
  };
