import { problemMap } from '@quayside/http';

/** What each refusal of the basket is over HTTP. */
export const problems = problemMap({
  'invalid-quantity': { status: 400, title: 'A quantity is a whole number from 1 to 99' },
  'item-not-found': { status: 404, title: 'There is no such item' },
  'item-not-active': { status: 409, title: 'The item is not sold at present' },
  'basket-full': { status: 409, title: 'The basket is full' },
  'basket-contended': { status: 409, title: 'The basket is being changed from elsewhere' },
  'insufficient-stock': { status: 409, title: 'There is not enough in stock' },
  'price-changed': { status: 409, title: 'Prices changed; confirm the new total' },
  'basket-empty': { status: 422, title: 'The basket is empty' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  'guest-token-invalid': { status: 422, title: 'The guest token is not valid' },
  'basket-unavailable': {
    status: 503,
    title: 'Baskets are out of reach right now',
    headers: { 'retry-after': '1' },
  },
});
