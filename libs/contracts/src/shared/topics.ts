/** One topic per publisher; the key is the aggregate id, so order is kept per aggregate. */
export const topics = {
  catalog: 'catalog.events.v1',
  basket: 'basket.events.v1',
  ordering: 'ordering.events.v1',
  identity: 'identity.events.v1',
  marketing: 'marketing.events.v1',
} as const;
export type Topic = (typeof topics)[keyof typeof topics];
