import type { Basket, ChooseTerms } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { CurrencyChoice } from '../../ui/currency-choice.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picture } from '../../ui/picture.tsx';
import { PriceTable } from '../../ui/price-table.tsx';
import { ShippingChoice } from '../../ui/shipping-choice.tsx';
import { subtotalOf } from '../../ui/subtotal-of.ts';
import type { CheckoutState } from './checkout-state.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import { useName } from '../../ui/use-name.ts';

interface ReviewStepProps {
  basket: Basket;
  state: CheckoutState;
  onChoose: (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => void;
  onPlace: () => void;
  onRetry: () => void;
}

export const ReviewStep = ({ basket, state, onChoose, onPlace, onRetry }: ReviewStepProps) => {
  const t = useTranslations('checkout');
  const nameOf = useName();
  const money = useMoney();
  return (
    <div className="space-y-6">
      <ul className="divide-y divide-rule border-y border-rule">
        {basket.items.map((line) => (
          <li
            key={line.itemId}
            className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-4 py-3"
          >
            <Picture src={line.pictureUrl} alt="" first className="rounded-sm border border-rule" />
            <span className="leading-snug">
              {nameOf(line)}
              <span className="figures block text-sm text-ink-faint">
                {line.quantity} × {money(line.unitPrice)}
                {line.previousUnitPrice && (
                  <span className="text-note">{t('was', { price: money(line.previousUnitPrice) })}</span>
                )}
              </span>
            </span>
            <span className="figures font-semibold">{money(subtotalOf(basket.price, line))}</span>
          </li>
        ))}
      </ul>
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
