import { createDueWorkLoop } from '@quayside/due-work';
import type { Logger } from '@quayside/runtime';
import type { Pool } from 'pg';
import { createPushPost } from '../clients/push-post.ts';
import { vapidKeysOf } from '../clients/vapid-keys.ts';
import { mailRetryAfterMs } from '../domain/mail-retry.ts';
import { createPushQueue, createWaitingPushes } from '../store/push/push-store.ts';
import {
  createForgetOldSubscriptions,
  createPushSubscriptions,
} from '../store/push/push-subscription-store.ts';
import { createSubscribe } from '../usecases/push-subscriptions.ts';
import { createSendPush } from '../usecases/send-push.ts';
import type { Orders } from '../usecases/write-mail.ts';
import { createPushLog } from './log-mail.ts';

const atOnce = 8;
const leaseMs = 120_000;
const pollMs = 5_000;

interface PushesOptions {
  readonly config: {
    readonly VAPID_PRIVATE_KEY?: string | undefined;
    readonly PUSH_SERVICES_ALLOWED: readonly string[];
    readonly SELLER_CONTACT: string;
  };
  readonly orders: Orders;
  readonly pool: Pool;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Messages to browsers: without a key nobody subscribes, and nothing is sent. */
export const createPushes = ({ config, orders, pool, now, logger }: PushesOptions) => {
  const { VAPID_PRIVATE_KEY: secret, PUSH_SERVICES_ALLOWED: allowed, SELLER_CONTACT: contact } = config;
  const keys = secret === undefined ? undefined : vapidKeysOf(secret);
  const queue = createPushQueue({ pool, now });
  const subscriptions = createPushSubscriptions({ pool, now });
  const log = createPushLog(logger);
  const onQueued = () => queue.scheduled(now());
  const loop =
    keys &&
    createDueWorkLoop({
      name: 'the sending of messages to browsers',
      queue,
      lanes: [
        {
          kinds: ['announce', 'deliver'],
          concurrency: atOnce,
          run: createSendPush({
            pushes: createWaitingPushes(pool),
            orders,
            send: createPushPost({ keys, contact, allowed }),
            onAnnounced: onQueued,
            onNotSent: log.notSent,
          }),
        },
      ],
      ...{ leaseMs, pollMs, now, logger },
      retryAfterMs: (attempt) => mailRetryAfterMs(attempt, Math.random()),
      onFailure: log.postponed,
    });
  return {
    ...{ queue, loop, onQueued, subscriptions, publicKey: keys?.publicKey },
    subscribe: createSubscribe({ subscriptions, isOffered: keys !== undefined, allowed }),
    forgetOld: createForgetOldSubscriptions({ pool, now }),
  };
};
