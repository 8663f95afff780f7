import type { MailLanguage } from './language.ts';

/** What payment companies and the shop say of a payment that came to nothing, in German. */
const german: Readonly<Record<string, string>> = {
  'The card was declined': 'Die Karte wurde abgelehnt',
  'The payment was declined': 'Die Zahlung wurde abgelehnt',
  'The card was declined by its bank': 'Die Karte wurde von ihrer Bank abgelehnt',
  'The bank could not confirm that the card is yours':
    'Die Bank konnte nicht bestätigen, dass die Karte Ihre ist',
  'The payment was refused at the bank': 'Die Zahlung wurde bei der Bank abgelehnt',
  'The payment was not confirmed in time': 'Die Zahlung wurde nicht rechtzeitig bestätigt',
  'The payment was not confirmed': 'Die Zahlung wurde nicht bestätigt',
  'The payment details are no longer valid': 'Die Zahlungsdaten gelten nicht mehr',
};

/** Why a payment was declined, in the language of a mail; what nobody translated stays as it was said. */
export const declineReasonIn = (language: MailLanguage, reason: string): string =>
  language === 'de' ? (german[reason] ?? reason) : reason;
