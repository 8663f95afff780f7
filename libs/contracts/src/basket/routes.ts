import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { idempotencyKey } from '../shared/headers.ts';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { wishlistProblems, wishlistRoutes } from './wishlist.ts';
import {
  addItem,
  basket,
  checkoutAnswer,
  checkoutDetails,
  checkoutRequest,
  checkoutsAsked,
  chooseTerms,
  salesRegions,
  setQuantity,
} from './http.ts';

const oneItem = {
  path: '/api/v1/basket/items/:itemId',
  params: z.strictObject({ itemId: wholeNumber(itemId) }),
} as const;
/** What is chosen, and is not offered. */
const termsProblems = {
  'country-not-sold-to': { status: 422, title: 'The shop does not sell to this country' },
  'address-invalid': { status: 422, title: 'The address lacks something, or has it in another form' },
  'state-unknown': { status: 422, title: 'The address needs one of the states of its country' },
  'currency-not-sold-in': { status: 422, title: 'Orders to this country are not paid in this currency' },
  'shipping-method-unknown': { status: 422, title: 'Nothing is shipped there in this way' },
} as const;
const termsCodes = [
  'country-not-sold-to',
  'state-unknown',
  'currency-not-sold-in',
  'shipping-method-unknown',
  'basket-currency-mixed',
] as const;
const answers = { 200: { description: 'The basket as it is now', schema: basket } };

export const basketApi = defineApi({
  name: 'basket',
  title: 'Basket',
  problems: {
    'invalid-quantity': { status: 400, title: 'A quantity is a whole number from 1 to 99' },
    'item-not-found': { status: 404, title: 'There is no such item' },
    'item-not-active': { status: 409, title: 'The item is not sold at present' },
    'basket-full': { status: 409, title: 'The basket is full' },
    'basket-contended': { status: 409, title: 'The basket is being changed from elsewhere' },
    'insufficient-stock': { status: 409, title: 'There is not enough in stock' },
    'price-changed': { status: 409, title: 'Prices changed; confirm the new total' },
    'basket-changed': { status: 409, title: 'The basket is another one than was shown' },
    'contact-missing': { status: 422, title: 'A guest has to say where to write to' },
    'basket-empty': { status: 422, title: 'The basket is empty' },
    'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
    'basket-currency-mixed': { status: 409, title: 'A basket is paid in one currency' },
    ...termsProblems,
    ...wishlistProblems,
    'guest-token-invalid': { status: 422, title: 'The guest token is not valid' },
    'basket-unavailable': { status: 503, title: 'Baskets are out of reach right now', retryAfter: 1 },
  },
  routes: {
    getBasket: defineRoute({
      method: 'get',
      path: '/api/v1/basket',
      summary: 'The basket, at current prices',
      audience: 'shopper',
      answers,
      problems: ['basket-unavailable'],
    }),
    setItemQuantity: defineRoute({
      ...oneItem,
      method: 'put',
      summary: 'Set the wanted quantity of an item, at the price it has now',
      audience: 'shopper',
      body: setQuantity,
      answers,
      problems: [
        'item-not-found',
        'item-not-active',
        'basket-full',
        'basket-currency-mixed',
        'basket-contended',
        'basket-unavailable',
      ],
    }),
    addItem: defineRoute({
      method: 'post',
      path: '/api/v1/basket/items',
      summary: 'Put more of an item in, in one step however many do it at once; not more than there is',
      audience: 'shopper',
      body: addItem,
      answers,
      problems: [
        'item-not-found',
        'item-not-active',
        'insufficient-stock',
        'basket-full',
        'basket-currency-mixed',
        'basket-contended',
        'basket-unavailable',
      ],
    }),
    removeItem: defineRoute({
      ...oneItem,
      method: 'delete',
      summary: 'Take an item out; taking out what is not in is fine',
      audience: 'shopper',
      answers,
      problems: ['basket-contended', 'basket-unavailable'],
    }),
    chooseTerms: defineRoute({
      method: 'put',
      path: '/api/v1/basket/terms',
      summary: 'Choose country, state, currency and shipping; what is left out is the usual of the shop',
      audience: 'shopper',
      body: chooseTerms,
      answers: { 200: { description: 'The basket, priced by what was chosen', schema: basket } },
      problems: [...termsCodes, 'basket-contended', 'basket-unavailable'],
    }),
    listSalesRegions: defineRoute({
      method: 'get',
      path: '/api/v1/sales-regions',
      summary: 'The countries that are sold to, with their states and currencies',
      audience: 'public',
      answers: { 200: { description: 'The countries, the usual one named', schema: salesRegions } },
      problems: ['basket-unavailable'],
    }),
    watchBasket: defineRoute({
      method: 'get',
      path: '/api/v1/basket/events',
      summary: 'Tells when the basket, or anything its prices depend on, changed',
      audience: 'shopper',
      answers: { 200: { description: '`basket-changed` events', contentType: 'text/event-stream' } },
      problems: ['basket-unavailable'],
    }),
    checkOut: defineRoute({
      method: 'post',
      path: '/api/v1/basket/checkout',
      summary: 'Order what is in the basket; a guest says where to write to',
      audience: 'shopper',
      costs: 'checkout',
      headers: idempotencyKey,
      body: checkoutRequest,
      answers: { 202: { description: 'Accepted; the order is on its way', schema: checkoutAnswer } },
      problems: [
        'contact-missing',
        'basket-empty',
        'basket-changed',
        'address-invalid',
        'insufficient-stock',
        'price-changed',
        ...termsCodes,
        'idempotency-key-reused',
        'basket-contended',
        'basket-unavailable',
      ],
    }),
    ...wishlistRoutes,
    mergeGuestBasket: defineRoute({
      method: 'post',
      path: '/internal/v1/basket/merge',
      summary: 'Move basket and wishlist of the guest that signed in into those of the user',
      audience: 'user',
      body: z.strictObject({ guestToken: z.string().min(1).max(4096) }),
      answers: { 200: { description: 'The basket of the user', schema: basket } },
      problems: ['guest-token-invalid', 'basket-contended', 'basket-unavailable'],
    }),
    readCheckoutDetails: defineRoute({
      method: 'post',
      path: '/internal/v1/checkouts/details',
      summary: 'Who checked out, and where to; kept until the orders are submitted',
      audience: 'service',
      body: checkoutsAsked,
      answers: {
        200: {
          description: 'Those that are kept; what is forgotten is left out',
          schema: z.object({ items: z.array(checkoutDetails) }),
        },
      },
      problems: ['basket-unavailable'],
    }),
  },
});
