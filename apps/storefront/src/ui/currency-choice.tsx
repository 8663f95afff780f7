import type { BasketTerms } from '@quayside/contracts';
import { ChoiceField } from './choice-field.tsx';

interface CurrencyChoiceProps {
  terms: BasketTerms;
  disabled?: boolean;
  onChoose: (currency: string) => void;
}

/** What the basket is paid in; nothing where there is nothing to choose. */
export const CurrencyChoice = ({ terms, disabled = false, onChoose }: CurrencyChoiceProps) =>
  terms.currencies.length > 1 && (
    <ChoiceField
      label="Pay in"
      name="currency"
      value={terms.currency}
      disabled={disabled}
      options={terms.currencies.map((code) => ({ value: code, label: code }))}
      onChoose={onChoose}
    />
  );
