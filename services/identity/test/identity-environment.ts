export const publicOrigin = 'http://shop.test';

/** What Identity reads, the same for the service in this process and in one of its own. */
export const identityEnvironment = (
  databaseUrl: string,
  kafka: { readonly brokers: string; readonly topicPrefix: string },
): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  KAFKA_BROKERS: kafka.brokers,
  KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
  PUBLIC_ORIGIN: publicOrigin,
  INTERNAL_SECRET: 'test-internal-secret',
});
