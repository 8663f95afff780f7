import { shopPage } from '@quayside/contracts';

/** The page of an order, in each language of the shop: where a bank sends its buyer back to. */
export const returnUrlsOf = (origin: string, orderId: string): { en: string; de: string } => {
  const at = (language: string) => new URL(shopPage(language, 'order', `/${orderId}`), origin).href;
  return { en: at('en'), de: at('de') };
};
