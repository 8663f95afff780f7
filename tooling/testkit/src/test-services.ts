/** The variables through which the test run's backing services reach each test file. */
export const testServiceVariables = {
  postgres: 'QUAYSIDE_TEST_POSTGRES_URL',
  redis: 'QUAYSIDE_TEST_REDIS_URL',
  mongodb: 'QUAYSIDE_TEST_MONGODB_URL',
  kafka: 'QUAYSIDE_TEST_KAFKA_BROKERS',
} as const;

/** @throws Error that says how to start the services, when this run has none */
export const testServiceUrl = (service: keyof typeof testServiceVariables): string => {
  const variable = testServiceVariables[service];
  const url = process.env[variable];
  if (url) return url;
  throw new Error(
    `${variable} is not set: name the file *.int.test.ts, so that the run starts the backing services`,
  );
};
