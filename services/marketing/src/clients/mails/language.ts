import { asDecimal, type Money } from '@quayside/contracts/money';

export type MailLanguage = 'en' | 'de';

const regional = { en: 'en-US', de: 'de-DE' } as const;

/** The language of mails to somebody, of those in which there are some. */
export const languageOf = (locale: string): MailLanguage => (/^de\b/i.test(locale) ? 'de' : 'en');

export const moneyIn = (language: MailLanguage, money: Money): string =>
  new Intl.NumberFormat(regional[language], { style: 'currency', currency: money.currency }).format(
    asDecimal(money),
  );

/** A moment for somebody whose clock is not known. */
export const momentIn = (language: MailLanguage, at: string): string =>
  new Intl.DateTimeFormat(regional[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(at)) + ' UTC';

export const countryIn = (language: MailLanguage, country: string): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country) ?? country;
