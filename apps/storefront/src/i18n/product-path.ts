import { slugIn } from '@quayside/contracts';

/** Where the page of a product stands, by its slug in a language and otherwise as in English, for links to move it. */
export const productPath = (
  locale: string,
  product: { readonly slug: string; readonly slugs?: Readonly<Record<string, string>> | undefined },
): string => `/products/${slugIn(product, locale)}`;
