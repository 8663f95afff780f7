/** One topic per publisher, and one of Identity's for the security log; the key is the aggregate id, so order is kept per aggregate. */
export const topics = {
  catalog: 'catalog.events.v1',
  basket: 'basket.events.v1',
  ordering: 'ordering.events.v1',
  identity: 'identity.events.v1',
  identitySecurity: 'identity.security.v1',
  marketing: 'marketing.events.v1',
} as const;
/** Days for which a topic keeps its messages; all others keep them for ever. */
export const daysOfTopics: Readonly<Record<string, number>> = { [topics.identitySecurity]: 30 };
export type Topic = (typeof topics)[keyof typeof topics];
