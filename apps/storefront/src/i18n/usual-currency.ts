/** What prices are shown in to who has put nothing into a basket yet, by the language of the page. */
export const usualCurrency = (locale: string): 'EUR' | 'USD' => (locale === 'de' ? 'EUR' : 'USD');
