import type { Suggestions } from '@quayside/contracts';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { shopLocale } from '../../../i18n/locales.ts';
import { usualCurrency } from '../../../i18n/usual-currency.ts';
import { callApi } from '../../../api/browser/call-api.ts';
import { useLatestBasket } from '../../../api/browser/latest-basket.ts';

const restMs = 120;
const shortest = 2;

/** Asks once typing rests. What an earlier text found stays until a later one is answered, so that nothing flickers. */
export const useSuggestions = (text: string): Suggestions | undefined => {
  const locale = useLocale();
  const basket = useLatestBasket(undefined);
  const currency = basket && basket.items.length > 0 ? basket.terms.currency : usualCurrency(locale);
  const [found, setFound] = useState<Suggestions>();
  const q = text.trim();
  useEffect(() => {
    if (q.length < shortest) {
      setFound(undefined);
      return undefined;
    }
    const leaving = new AbortController();
    const waiting = setTimeout(() => {
      const asking = callApi(
        'GET /api/v1/catalog/suggestions',
        {
          query: { q, ...(locale !== shopLocale && { language: locale }), currency },
        },
        { signal: leaving.signal },
      );
      void asking.then((answer) => {
        if (!leaving.signal.aborted) setFound(answer.ok ? answer.data : undefined);
      });
    }, restMs);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [q, locale, currency]);
  return found;
};
