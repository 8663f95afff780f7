'use client';

import { CurrencyChoice } from '../../../ui/currency-choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PriceTable } from '../../../ui/price-table.tsx';
import { ShippingChoice } from '../../../ui/shipping-choice.tsx';
import type { DraftValues } from './draft-values.ts';
import type { DraftPrice } from './use-draft-price.ts';

interface DraftSumsProps {
  values: DraftValues;
  price: DraftPrice;
  onChange: (change: Partial<DraftValues>) => void;
}

const couponWords: Readonly<Record<string, string>> = {
  applied: 'Its discount is taken off',
  less: 'A campaign for everybody takes off more',
  elsewhere: 'It is for none of these items',
  'used-up': 'It was used as often as it may be',
  account: 'It is for those with an account',
  over: 'There is no such code, or its time is over',
};

/** How it is sent and paid, and what it comes to. */
export const DraftSums = ({ values, price: { basket, problem }, onChange }: DraftSumsProps) => {
  const isCodeWrong = problem?.code === 'coupon-not-valid';
  const state = basket?.coupon?.state;
  return (
    <section aria-label="Price" className="space-y-5 border border-ink bg-sheet p-5">
      {basket ? (
        <>
          <ShippingChoice terms={basket.terms} onChoose={(shippingMethod) => onChange({ shippingMethod })} />
          <CurrencyChoice terms={basket.terms} onChoose={(currency) => onChange({ currency })} />
        </>
      ) : (
        <p className="text-ink-soft">What it costs stands here as soon as there is something in it.</p>
      )}
      <Field
        label="Code"
        name="coupon"
        value={values.coupon}
        maxLength={40}
        autoComplete="off"
        {...(isCodeWrong && { error: couponWords['over'] })}
        {...(values.coupon !== '' && state !== undefined && { hint: couponWords[state] ?? '' })}
        onChange={({ target }) => onChange({ coupon: target.value })}
      />
      {problem && !isCodeWrong && (
        <Notice look="trouble" live title={problem.title}>
          {problem.errors?.[0]?.message ?? problem.detail}
        </Notice>
      )}
      {basket && <PriceTable price={basket.price} />}
    </section>
  );
};
