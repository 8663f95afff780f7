'use client';

import type { CheckoutScreen } from '@quayside/contracts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { addressLine } from './address-line.ts';
import { AddressStep } from './address-step.tsx';
import { CardFrame } from '../../ui/payment/card-frame.tsx';
import { button } from '../../ui/button.ts';
import type { CheckoutCountry } from './checkout-countries.ts';
import { CheckoutSummary } from './checkout-summary.tsx';
import { FinishingOrder } from './finishing-order.tsx';
import { NothingToOrder } from './nothing-to-order.tsx';
import { ReviewStep } from './review-step.tsx';
import { StepPanel } from './step-panel.tsx';
import type { Step } from './checkout-state.ts';
import { useCheckout } from './use-checkout.ts';

interface CheckoutViewProps {
  screen: CheckoutScreen;
  countries: CheckoutCountry[];
}

const order: Step[] = ['address', 'payment', 'review'];

export const CheckoutView = ({ screen, countries }: CheckoutViewProps) => {
  const checkout = useCheckout(screen, countries);
  const { state, basket, dispatch, giveAddress, giveCard, place, choose, resuming, retry } = checkout;
  const { address, card } = state;

  const isEmpty = basket.items.length === 0;
  // An order on its way empties the basket before its answer is here.
  if (resuming || state.sending === 'placed' || (isEmpty && state.sending !== 'no'))
    return <FinishingOrder state={state.sending} onRetry={retry} />;
  if (isEmpty) return <NothingToOrder trouble={state.trouble} />;

  const stateOf = (step: Step) => {
    if (step === state.step) return 'open';
    const given = step === 'address' ? address : step === 'payment' ? card : undefined;
    return given && order.indexOf(step) < order.indexOf(state.step) ? 'done' : 'ahead';
  };
  const mayChange = state.sending === 'no';

  return (
    <>
      <PageHeading title="Check out" aside={screen.user.email} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          <StepPanel
            number={1}
            title="Where to"
            state={stateOf('address')}
            summary={address && addressLine(address, countries)}
            onReopen={mayChange ? () => dispatch({ type: 'step-reopened', step: 'address' }) : undefined}
          >
            <AddressStep
              given={address}
              buyerName={screen.user.name}
              usual={basket.terms.country}
              countries={countries}
              trouble={checkout.addressTrouble}
              onAddress={giveAddress}
            />
          </StepPanel>
          <StepPanel
            number={2}
            title="Your card"
            state={stateOf('payment')}
            summary={card && `${card.brand} ending in ${card.last4}`}
            onReopen={mayChange ? () => dispatch({ type: 'step-reopened', step: 'payment' }) : undefined}
          >
            <CardFrame
              formUrl={screen.payment.formUrl}
              reassurance="Nothing has been ordered. Your basket and your address stay as they are."
              onCard={giveCard}
            />
            {card && (
              <button type="button" onClick={() => giveCard(card)} className={button('bare', 'mt-3')}>
                Keep {card.brand} ending in {card.last4}
              </button>
            )}
          </StepPanel>
          <StepPanel number={3} title="Look it over" state={stateOf('review')}>
            <ReviewStep basket={basket} state={state} onChoose={choose} onPlace={place} onRetry={retry} />
          </StepPanel>
        </div>
        <CheckoutSummary basket={basket} />
      </div>
    </>
  );
};
