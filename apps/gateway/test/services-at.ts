import { serviceApis } from '@quayside/contracts';

/** The variables by which a gateway is told where its services are: all of them at one address. */
export const servicesAt = (url: string): Record<string, string> =>
  Object.fromEntries(Object.keys(serviceApis).map((name) => [`${name.toUpperCase()}_URL`, url]));
