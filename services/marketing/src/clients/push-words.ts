import { shopPage } from '@quayside/contracts';
import type { DuePush, PushKind, PushLanguage } from '../domain/push.ts';

const titles: Readonly<Record<PushLanguage, Readonly<Record<PushKind, string>>>> = {
  en: {
    'order-shipped': 'Your parcel is on its way',
    'order-delivered': 'Your parcel has arrived',
    'order-refunded': 'Money went back to you',
    'payment-declined': 'Your payment did not go through',
  },
  de: {
    'order-shipped': 'Ihr Paket ist unterwegs',
    'order-delivered': 'Ihr Paket ist angekommen',
    'order-refunded': 'Geld ging an Sie zurück',
    'payment-declined': 'Ihre Zahlung kam nicht zustande',
  },
};
const orders: Readonly<Record<PushLanguage, string>> = { en: 'Order', de: 'Bestellung' };

/** What a browser shows: of whom the order is, and what is in it, does not lie on a locked screen. */
export const pushWords = ({ id, kind, orderId, number, language }: DuePush) => ({
  title: titles[language][kind],
  body: `${orders[language]} ${number}`,
  /** A message of the same tag takes the place of the one before. */
  tag: id,
  path: shopPage(language, 'order', `/${orderId}`),
});
