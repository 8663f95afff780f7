import { authConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { integerField, jobConfig, processConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const storeAndEvents = {
  // Not a URL to Node: a replica set is named by all its members, separated by commas.
  MONGODB_URL: z
    .string()
    .regex(
      /^mongodb(\+srv)?:\/\/[^\s/]+\/[^\s/?]+(\?\S*)?$/,
      'must be mongodb://host[,host…]/database?replicaSet=name',
    )
    .describe('MongoDB replica set, with the database name'),
  ...kafkaConfig,
};

export const apiConfig = z
  .object({
    ...processConfig,
    ...storeAndEvents,
    ...authConfig,
  })
  .check(kafkaSignInIsComplete);
export type ApiConfig = z.infer<typeof apiConfig>;

export const workerConfig = z
  .object({
    ...processConfig,
    ...storeAndEvents,
    GRACE_PERIOD_SECONDS: integerField(
      0,
      86_400,
      60,
      'how long a new order can be cancelled before it moves on',
    ),
    PAYMENT_URL: serviceUrl(['http', 'https'], 'API of the payment company'),
    PAYMENT_API_KEY: z.string().min(8).describe('key of the payment company'),
    PAYMENT_TIMEOUT_MS: integerField(50, 60_000, 5000, 'how long one call to the payment company may take'),
    CHARGE_CONCURRENCY: integerField(1, 200, 16, 'charges and refunds of this process at one time'),
    LEASE_MS: integerField(100, 600_000, 15_000, 'how long work of a crashed worker waits for another'),
  })
  .check(kafkaSignInIsComplete);
export type WorkerConfig = z.infer<typeof workerConfig>;

export const initiateConfig = z.object({
  ...jobConfig,
  MONGODB_URL: serviceUrl(['mongodb'], 'the one MongoDB server that becomes a replica set of one'),
});
