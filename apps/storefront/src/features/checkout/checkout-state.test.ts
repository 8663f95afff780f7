import { describe, expect, test } from '@jest/globals';
import { type CheckoutEvent, checkoutStart, type CheckoutState, nextCheckout } from './checkout-state.ts';

const address = { name: 'Ida', street: '4 Ropewalk', city: 'Gloucester', postalCode: '01930', country: 'US' };
const card = { token: 'tok_ok', brand: 'Visa', last4: '4242' };
const after = (...events: CheckoutEvent[]): CheckoutState =>
  events.reduce(nextCheckout, checkoutStart(false));
const asGuest = (...events: CheckoutEvent[]): CheckoutState =>
  events.reduce(nextCheckout, checkoutStart(true));

const given: CheckoutEvent[] = [
  { type: 'address-given', address },
  { type: 'card-given', card },
];
const sent: CheckoutEvent = { type: 'order-sent' };

describe('the way through checkout', () => {
  test('goes from the address to the card to the review', () => {
    expect(checkoutStart(false).step).toBe('address');
    expect(after({ type: 'address-given', address }).step).toBe('payment');
    expect(after(...given)).toMatchObject({ step: 'review', address, card, sending: 'no' });
  });

  test('takes no card before there is an address', () => {
    expect(after({ type: 'card-given', card })).toEqual(checkoutStart(false));
  });

  test('asks a guest first where to write to, and lets nothing be skipped', () => {
    expect(asGuest().step).toBe('contact');
    expect(asGuest({ type: 'step-shown', step: 'address' }).step).toBe('contact');
    expect(asGuest(...given)).toMatchObject({ step: 'contact', address });
    const email: CheckoutEvent = { type: 'email-given', email: 'ida@example.com' };
    expect(asGuest(email).step).toBe('address');
    expect(asGuest(email, ...given)).toMatchObject({ step: 'review', email: 'ida@example.com' });
  });

  test('comes back to the review after a guest changed the e-mail address alone', () => {
    const events: CheckoutEvent[] = [
      { type: 'email-given', email: 'ida@exmaple.com' },
      ...given,
      { type: 'step-reopened', step: 'contact' },
      { type: 'email-given', email: 'ida@example.com' },
    ];
    expect(asGuest(...events)).toMatchObject({ step: 'review', email: 'ida@example.com', card });
  });

  test('comes back to the review after the address alone was changed', () => {
    const moved = { ...address, city: 'Salem' };
    const events: CheckoutEvent[] = [
      ...given,
      { type: 'step-reopened', step: 'address' },
      { type: 'address-given', address: moved },
    ];
    expect(after(...events)).toMatchObject({ step: 'review', address: moved, card });
  });

  test('drops the card when another is to be typed', () => {
    const state = after(...given, { type: 'step-reopened', step: 'payment' });
    expect(state.step).toBe('payment');
    expect(state.card).toBeUndefined();
  });
});

describe('placing', () => {
  const changes: CheckoutEvent[] = [
    { type: 'step-reopened', step: 'address' },
    { type: 'step-reopened', step: 'payment' },
    { type: 'step-shown', step: 'address' },
    { type: 'address-given', address: { ...address, city: 'Salem' } },
    { type: 'card-given', card: { ...card, token: 'tok_other' } },
  ];

  test.each(changes)('holds still while the order is on its way: $type', (change) => {
    expect(after(...given, sent, change)).toEqual(after(...given, sent));
  });

  test.each(changes)('holds still while nobody knows the outcome: $type', (change) => {
    const unknown: CheckoutEvent[] = [
      ...given,
      sent,
      { type: 'order-answered', outcome: { placed: 'unknown' } },
    ];
    expect(after(...unknown, change)).toEqual(after(...unknown));
    expect(after(...unknown)).toMatchObject({ sending: 'unknown' });
  });

  test('a second click sends nothing', () => {
    expect(after(...given, sent, sent)).toEqual(after(...given, sent));
  });

  test('Back and Forward show the steps whose turn has come, and keep the card', () => {
    const back = after(...given, { type: 'step-shown', step: 'payment' });
    expect(back).toEqual({ ...after(...given), step: 'payment' });
    expect(nextCheckout(back, { type: 'step-shown', step: 'review' })).toEqual(after(...given));
    expect(after({ type: 'step-shown', step: 'review' }).step).toBe('address');
  });

  test('a refusal opens the steps again and says why, until the next try', () => {
    const refused: CheckoutEvent = {
      type: 'order-answered',
      outcome: { placed: false, trouble: { kind: 'basket-empty' } },
    };
    const state = after(...given, sent, refused);
    expect(state).toMatchObject({ sending: 'no', step: 'review', trouble: { kind: 'basket-empty' } });
    expect(nextCheckout(state, sent).trouble).toBeUndefined();
  });

  test('nothing follows an order that was placed', () => {
    const placed: CheckoutEvent = { type: 'order-answered', outcome: { placed: true, orderId: 'any' } };
    const state = after(...given, sent, placed);
    expect(state.sending).toBe('placed');
    expect(nextCheckout(state, sent)).toBe(state);
    expect(nextCheckout(state, { type: 'step-reopened', step: 'address' })).toBe(state);
  });
});
