import type { Address, BasketTerms, ChooseTerms } from '@quayside/contracts';
import type { Country } from '../../ui/countries.ts';

/**
 * Where the basket goes by this address. What the shopper saw stays as far as it is offered there: the currency where it
 * may be paid in, the shipping while the country is the same.
 */
export const termsOfAddress = (
  { country, state }: Address,
  terms: BasketTerms,
  countries: readonly Country[],
): ChooseTerms => {
  const offered = countries.find(({ code }) => code === country);
  return {
    country,
    ...(state && offered?.states && { state }),
    ...(offered?.currencies.includes(terms.currency) && { currency: terms.currency }),
    ...(country === terms.country && { shippingMethod: terms.shippingMethod }),
  };
};

/** Whether the basket is priced for another place than this address. */
export const goesElsewhere = ({ country, state }: ChooseTerms, terms: BasketTerms): boolean =>
  country !== terms.country || (state !== undefined && state !== terms.state);
