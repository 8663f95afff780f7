export * from './shared/address.ts';
export * from './shared/country.ts';
export * from './shared/event.ts';
export * from './shared/ids.ts';
export * from './shared/money.ts';
export * from './shared/page.ts';
export * from './shared/price-breakdown.ts';
export * from './shared/problem.ts';
export * from './shared/topics.ts';
export * from './basket/http.ts';
export * from './catalog/http.ts';
export * from './gateway/screens.ts';
export * from './identity/guest-keys.ts';
export * from './identity/session.ts';
export * from './marketing/http.ts';
export * from './ordering/demo-sales-settings.ts';
export * from './ordering/http.ts';
export * from './ordering/sales-settings.ts';

export * from './events/async-api.ts';
export * from './events/listeners.ts';
export * from './events/published-events.ts';

export * as basketEvents from './basket/events.ts';
export * as catalogEvents from './catalog/events.ts';
export * as identityEvents from './identity/events.ts';
export * as marketingEvents from './marketing/events.ts';
export * as orderingEvents from './ordering/events.ts';
