import type { Basket, ChooseTerms } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { BasketLines } from '../../ui/basket-lines.tsx';
import { button } from '../../ui/button.ts';
import { CurrencyChoice } from '../../ui/currency-choice.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { Notice } from '../../ui/notice.tsx';
import { PriceTable } from '../../ui/price-table.tsx';
import { ShippingChoice } from '../../ui/shipping-choice.tsx';
import type { CheckoutState } from './checkout-state.ts';
import { TroubleNotice } from './trouble-notice.tsx';

interface ReviewStepProps {
  basket: Basket;
  state: CheckoutState;
  onChoose: (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => void;
  onPlace: () => void;
  onRetry: () => void;
}

export const ReviewStep = ({ basket, state, onChoose, onPlace, onRetry }: ReviewStepProps) => {
  const t = useTranslations('checkout');
  const money = useMoney();
  return (
    <div className="space-y-6">
      <BasketLines basket={basket} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ShippingChoice
          terms={basket.terms}
          disabled={state.sending !== 'no'}
          onChoose={(shippingMethod) => onChoose({ shippingMethod })}
        />
        <CurrencyChoice
          terms={basket.terms}
          disabled={state.sending !== 'no'}
          onChoose={(currency) => onChoose({ currency })}
        />
      </div>
      <PriceTable price={basket.price} />
      {!state.trouble && basket.items.some((line) => line.previousUnitPrice) && (
        <Notice title={t('priceChanged')} live>
          <p>{t('payNew')}</p>
        </Notice>
      )}
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      {state.sending === 'unknown' ? (
        <StillUnknown onRetry={onRetry} />
      ) : (
        <button
          type="button"
          onClick={onPlace}
          aria-disabled={state.sending !== 'no'}
          data-testid="place-order"
          className={button('go', 'min-h-13 w-full text-lg')}
        >
          {state.sending === 'placing'
            ? t('placing')
            : t(state.trouble?.kind === 'price-changed' ? 'agree' : 'place', {
                total: money(basket.totals.total),
              })}
        </button>
      )}
      <p className="sr-only" role="status" aria-live="polite">
        {state.sending === 'placing' ? t('placingTitle') : ''}
      </p>
    </div>
  );
};

export const StillUnknown = ({ onRetry }: { onRetry: () => void }) => {
  const t = useTranslations('checkout');
  return (
    <Notice title={t('unknown')} live>
      <p className="mb-3">{t('safeToRetry')}</p>
      <button type="button" onClick={onRetry} className={button('primary')}>
        {t('again')}
      </button>
    </Notice>
  );
};
