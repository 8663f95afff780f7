import type { BasketTerms, ChooseTerms } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { ChoiceField } from '../../ui/choice-field.tsx';
import type { Country } from '../../ui/countries.ts';
import { CurrencyChoice } from '../../ui/currency-choice.tsx';
import { ShippingChoice } from '../../ui/shipping-choice.tsx';

interface TermsFormProps {
  terms: BasketTerms;
  countries: Country[];
  /** Whether there is anything to send. */
  isShipped?: boolean;
  onChoose: (choice: ChooseTerms) => void;
}

/** Where the basket goes, what it is paid in and how it is sent; each choice is priced at once. */
export const TermsForm = ({ terms, countries, isShipped = false, onChoose }: TermsFormProps) => {
  const t = useTranslations('price');
  const { country, state, currency, shippingMethod } = terms;
  const states = countries.find(({ code }) => code === country)?.states;
  const chosen = {
    country,
    ...(state && { state }),
    currency,
    ...(shippingMethod !== '' && { shippingMethod }),
  };
  return (
    <section aria-label={t('terms')} className="space-y-4 border border-rule bg-sheet p-6">
      <ChoiceField
        label={t('sendTo')}
        name="country"
        value={country}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        onChoose={(code) => onChoose({ country: code })}
      />
      {states && (
        <ChoiceField
          label={t('state')}
          name="state"
          value={state ?? ''}
          options={[
            ...(state ? [] : [{ value: '', label: t('noState') }]),
            ...states.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChoose={(code) => onChoose({ ...chosen, state: code })}
        />
      )}
      <CurrencyChoice terms={terms} onChoose={(code) => onChoose({ ...chosen, currency: code })} />
      {isShipped && (
        <ShippingChoice
          terms={terms}
          onChoose={(method) => onChoose({ ...chosen, shippingMethod: method })}
        />
      )}
    </section>
  );
};
