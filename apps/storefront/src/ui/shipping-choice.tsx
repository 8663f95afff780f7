import { nameIn, type BasketTerms } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { promiseOf } from './promise-of.ts';
import { useMoney } from './use-money.ts';

interface ShippingChoiceProps {
  terms: BasketTerms;
  disabled?: boolean;
  onChoose: (method: string) => void;
}

/** The ways the basket could be sent, each with its price and its promise. */
export const ShippingChoice = ({ terms, disabled = false, onChoose }: ShippingChoiceProps) => {
  const t = useTranslations('price');
  const locale = useLocale();
  const money = useMoney();
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 block text-sm font-semibold">{t('shipping')}</legend>
      {terms.shippingMethods.map(({ method, price, promisedDays, ...called }) => (
        <label key={method} className="figures flex min-h-11 items-center gap-3 py-1.5 leading-snug">
          <input
            type="radio"
            name="shippingMethod"
            value={method}
            checked={method === terms.shippingMethod}
            onChange={() => onChoose(method)}
            className="size-5 accent-ink"
          />
          <span className="mr-auto">
            {nameIn(called, locale)}
            <span className="block text-sm text-ink-faint">{promiseOf(promisedDays, t)}</span>
          </span>
          <span>{price.amount === 0 ? t('free') : money(price)}</span>
        </label>
      ))}
    </fieldset>
  );
};
