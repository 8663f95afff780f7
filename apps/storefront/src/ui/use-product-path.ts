import { useLocale } from 'next-intl';
import { productPath } from '../i18n/product-path.ts';

/** Where the page of a product stands, by its slug in the language of the page that is shown. */
export const useProductPath = () => {
  const locale = useLocale();
  return (product: Parameters<typeof productPath>[1]): string => productPath(locale, product);
};
