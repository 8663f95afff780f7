const money = { amount: 0, currency: 'USD' };
const totals = { items: money, discount: money, shipping: money, tax: money, total: money };
const shipping = { method: 'm', name: 'n', price: money, adjustments: [], taxes: [], total: money };
/** What Basket answers where nothing was put in. */
export const emptyBasket = {
  items: [],
  totals,
  price: { lines: [], shipping, totals },
  terms: {
    country: 'US',
    currency: 'USD',
    currencies: ['USD'],
    taxIncluded: false,
    shippingMethod: 'm',
    shippingMethods: [],
  },
};
