import type { Basket, ChooseTerms } from '@quayside/contracts';
import { button } from '../../ui/button.ts';
import { CurrencyChoice } from '../../ui/currency-choice.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picture } from '../../ui/picture.tsx';
import { PriceTable } from '../../ui/price-table.tsx';
import { ShippingChoice } from '../../ui/shipping-choice.tsx';
import { subtotalOf } from '../../ui/subtotal-of.ts';
import type { CheckoutState } from './checkout-state.ts';
import { TroubleNotice } from './trouble-notice.tsx';

interface ReviewStepProps {
  basket: Basket;
  state: CheckoutState;
  onChoose: (change: Pick<ChooseTerms, 'currency' | 'shippingMethod'>) => void;
  onPlace: () => void;
  onRetry: () => void;
}

export const ReviewStep = ({ basket, state, onChoose, onPlace, onRetry }: ReviewStepProps) => (
  <div className="space-y-6">
    <ul className="divide-y divide-rule border-y border-rule">
      {basket.items.map((line) => (
        <li key={line.itemId} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-4 py-3">
          <Picture src={line.pictureUrl} alt="" first className="rounded-sm border border-rule" />
          <span className="leading-snug">
            {line.name}
            <span className="figures block text-sm text-ink-faint">
              {line.quantity} × {formatMoney(line.unitPrice)}
              {line.previousUnitPrice && (
                <span className="text-note">, was {formatMoney(line.previousUnitPrice)}</span>
              )}
            </span>
          </span>
          <span className="figures font-semibold">{formatMoney(subtotalOf(basket.price, line))}</span>
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
      <Notice title="A price has changed since you put it in" live>
        <p>The old price stands beside the new one. You pay the new one.</p>
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
        {state.sending === 'placing' ? 'Placing your order …' : placeLabel(state, basket)}
      </button>
    )}
    <p className="sr-only" role="status" aria-live="polite">
      {state.sending === 'placing' ? 'Placing your order' : ''}
    </p>
  </div>
);

const placeLabel = ({ trouble }: CheckoutState, { totals }: Basket): string => {
  const total = formatMoney(totals.total);
  return trouble?.kind === 'price-changed' ? `Agree and pay ${total}` : `Place the order and pay ${total}`;
};

export const StillUnknown = ({ onRetry }: { onRetry: () => void }) => (
  <Notice title="We could not hear whether your order arrived" live>
    <p className="mb-3">
      Trying again is safe: it is the same order, and it is placed once however often it is sent.
    </p>
    <button type="button" onClick={onRetry} className={button('primary')}>
      Try again
    </button>
  </Notice>
);
