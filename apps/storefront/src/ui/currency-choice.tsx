import type { BasketTerms } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { ChoiceField } from './choice-field.tsx';

interface CurrencyChoiceProps {
  terms: BasketTerms;
  disabled?: boolean;
  onChoose: (currency: string) => void;
}

/** What the basket is paid in; nothing where there is nothing to choose. */
export const CurrencyChoice = ({ terms, disabled = false, onChoose }: CurrencyChoiceProps) => {
  const t = useTranslations('price');
  return (
    terms.currencies.length > 1 && (
      <ChoiceField
        label={t('payIn')}
        name="currency"
        value={terms.currency}
        disabled={disabled}
        options={terms.currencies.map((code) => ({ value: code, label: code }))}
        onChoose={onChoose}
      />
    )
  );
};
