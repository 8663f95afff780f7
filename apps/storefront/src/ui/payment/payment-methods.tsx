'use client';

import type { PaymentMethod } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { button } from '../button.ts';
import { classNames } from '../class-names.ts';
import { byBank } from './by-bank.ts';
import { CardFrame } from './card-frame.tsx';
import type { Card } from './payment-message.ts';

interface PaymentMethodsProps {
  formUrl: string;
  reassurance: string;
  /** Which is chosen at first. */
  first?: PaymentMethod | undefined;
  onChosen: (means: Card) => void;
  /** Beside the form for a card. */
  children?: ReactNode;
}

const methods = ['card', 'bank'] as const;

/** How to pay: by a card, in the payment company's form, or at one's bank. */
export const PaymentMethods = (props: PaymentMethodsProps) => {
  const { formUrl, reassurance, first = 'card', onChosen, children } = props;
  const t = useTranslations('payment');
  const [method, setMethod] = useState(first);
  const name = useId();
  return (
    <div className="space-y-5">
      <fieldset>
        <legend className="sr-only">{t('method')}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {methods.map((each) => (
            <label
              key={each}
              className={classNames(
                'flex min-h-13 cursor-pointer items-center gap-3 rounded-sm border bg-sheet px-4 py-3',
                each === method ? 'border-ink shadow-[inset_0_0_0_1px] shadow-ink' : 'border-rule-strong',
              )}
            >
              <input
                type="radio"
                name={name}
                value={each}
                checked={each === method}
                onChange={() => setMethod(each)}
                className="size-5 accent-ink"
              />
              <span className="leading-snug">
                <span className="font-semibold">{t(`methods.${each}.name`)}</span>
                <span className="block text-sm text-ink-faint">{t(`methods.${each}.what`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {method === 'card' ? (
        <div>
          <CardFrame formUrl={formUrl} reassurance={reassurance} onCard={onChosen} />
          {children}
        </div>
      ) : (
        <div className="space-y-4">
          <p className="max-w-prose text-ink-soft">{t('bankLead')}</p>
          <button
            type="button"
            onClick={() => onChosen(byBank)}
            className={button('primary', 'w-full sm:w-auto sm:px-9')}
          >
            {t('useBank')}
          </button>
        </div>
      )}
    </div>
  );
};
