/** What Marketing reads beside where its neighbours are, the same for the service in this process and in one of its own. */
export const marketingEnvironment = (
  kafka: { readonly brokers: string; readonly topicPrefix: string },
  smtpUrl: string,
): Record<string, string> => ({
  KAFKA_BROKERS: kafka.brokers,
  KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
  PUBLIC_ORIGIN: 'http://shop.test',
  SELLER_CONTACT: 'crew@quayside.test',
  SMTP_URL: smtpUrl,
  REVIEW_REQUEST_AFTER_DAYS: '0',
  VAPID_PRIVATE_KEY: 'a-key-of-these-tests',
  PUSH_SERVICES_ALLOWED: '127.0.0.1',
});
