import { asDecimal, type Money } from '@quayside/contracts/money';

export type MailLanguage = 'en' | 'de';

const regional = { en: 'en-US', de: 'de-DE' } as const;

/** The language of mails to somebody, of those in which there are some. */
export const languageOf = (locale: string): MailLanguage => (/^de\b/i.test(locale) ? 'de' : 'en');

export const moneyIn = (language: MailLanguage, money: Money): string =>
  new Intl.NumberFormat(regional[language], { style: 'currency', currency: money.currency }).format(
    asDecimal(money),
  );

/** In whose habits zones are abbreviated, the nearest first: New York's is `EST` to Americans alone, Vienna's `CET` to Britons. */
const namings = { en: ['en-US', 'en-GB'], de: ['de-DE'] } as const;

const zoneIn = (language: MailLanguage, timeZone: string, at: Date): string => {
  const names = namings[language].map((locale) => {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  });
  return names.find((name) => !name.startsWith('GMT')) ?? names[0] ?? timeZone;
};

/** A moment by the clock of the shop, and which clock that is: the reader's own is not known. */
export const momentIn = (language: MailLanguage, timeZone: string, at: string): string => {
  const moment = new Date(at);
  const said = new Intl.DateTimeFormat(regional[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(moment);
  return `${said} ${zoneIn(language, timeZone, moment)}`;
};

export const countryIn = (language: MailLanguage, country: string): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country) ?? country;
