import { shopLocale } from '../../i18n/locales.ts';
import { callApi } from './call-api.ts';

export const fetchProductCards = (
  ids: readonly number[],
  { locale, currency }: { locale: string; currency: string | undefined },
  signal: AbortSignal,
) =>
  callApi(
    'GET /api/v1/catalog/product-cards',
    {
      query: {
        ids: ids.join(','),
        ...(locale !== shopLocale && { language: locale }),
        ...(currency && { currency }),
      },
    },
    { signal },
  );
