'use client';

import type { CheckoutScreen } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { PageHeading } from '../../ui/page-heading.tsx';
import { addressLine } from './address-line.ts';
import { AddressStep } from './address-step.tsx';
import { isByBank } from '../../ui/payment/by-bank.ts';
import { PaymentMethods } from '../../ui/payment/payment-methods.tsx';
import { button } from '../../ui/button.ts';
import type { AddressCountry } from '../../ui/address/address-countries.ts';
import { ContactStep } from './contact-step.tsx';
import { CheckoutSummary } from './checkout-summary.tsx';
import { FinishingOrder } from './finishing-order.tsx';
import { NothingToOrder } from './nothing-to-order.tsx';
import { ReviewStep } from './review-step.tsx';
import { StepPanel } from './step-panel.tsx';
import type { Step } from './checkout-state.ts';
import { useCheckout } from './use-checkout.ts';

interface CheckoutViewProps {
  screen: CheckoutScreen;
  countries: AddressCountry[];
}

const order: Step[] = ['contact', 'address', 'payment', 'review'];

export const CheckoutView = ({ screen, countries }: CheckoutViewProps) => {
  const t = useTranslations('checkout');
  const checkout = useCheckout(screen, countries);
  const { state, basket, dispatch, giveEmail, giveAddress, giveCard, place, choose, resuming, retry } =
    checkout;
  const { isGuest, email, address, card } = state;

  const isEmpty = basket.items.length === 0;
  // An order on its way empties the basket before its answer is here.
  if (resuming || state.sending === 'placed' || (isEmpty && state.sending !== 'no'))
    return <FinishingOrder state={state.sending} onRetry={retry} />;
  if (isEmpty) return <NothingToOrder trouble={state.trouble} />;

  const stateOf = (step: Step) => {
    if (step === state.step) return 'open';
    const given = { contact: email, address, payment: card, review: undefined }[step];
    return given && order.indexOf(step) < order.indexOf(state.step) ? 'done' : 'ahead';
  };
  const mayChange = state.sending === 'no';
  const numberOf = (step: Step) => order.indexOf(step) + (isGuest ? 1 : 0);

  return (
    <>
      <PageHeading title={t('title')} aside={screen.user?.email} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {isGuest && (
            <StepPanel
              number={numberOf('contact')}
              step="contact"
              title={t('contact')}
              state={stateOf('contact')}
              summary={email}
              onReopen={mayChange ? () => dispatch({ type: 'step-reopened', step: 'contact' }) : undefined}
            >
              <ContactStep given={email} onEmail={giveEmail} />
            </StepPanel>
          )}
          <StepPanel
            number={numberOf('address')}
            step="address"
            title={t('address')}
            state={stateOf('address')}
            summary={address && addressLine(address, countries)}
            onReopen={mayChange ? () => dispatch({ type: 'step-reopened', step: 'address' }) : undefined}
          >
            <AddressStep
              given={address}
              buyerName={screen.user?.name ?? ''}
              usual={basket.terms.country}
              countries={countries}
              trouble={checkout.addressTrouble}
              onAddress={giveAddress}
            />
          </StepPanel>
          <StepPanel
            number={numberOf('payment')}
            step="payment"
            title={t('card')}
            state={stateOf('payment')}
            summary={
              card && (isByBank(card) ? t('byBank') : t('endingIn', { brand: card.brand, last4: card.last4 }))
            }
            onReopen={mayChange ? () => dispatch({ type: 'step-reopened', step: 'payment' }) : undefined}
          >
            <PaymentMethods
              formUrl={screen.payment.formUrl}
              reassurance={t('nothingOrderedYet')}
              first={card && isByBank(card) ? 'bank' : 'card'}
              onChosen={giveCard}
            >
              {card && !isByBank(card) && (
                <button type="button" onClick={() => giveCard(card)} className={button('bare', 'mt-3')}>
                  {t('keepCard', { brand: card.brand, last4: card.last4 })}
                </button>
              )}
            </PaymentMethods>
          </StepPanel>
          <StepPanel number={numberOf('review')} step="review" title={t('review')} state={stateOf('review')}>
            <ReviewStep basket={basket} state={state} onChoose={choose} onPlace={place} onRetry={retry} />
          </StepPanel>
        </div>
        <CheckoutSummary basket={basket} />
      </div>
    </>
  );
};
