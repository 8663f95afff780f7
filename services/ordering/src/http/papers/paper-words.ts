import type { PaperLanguage } from '@quayside/contracts';
import { asDecimal, type Money, type TaxLine } from '@quayside/contracts/money';

const words = {
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    packingSlip: 'Packing slip',
    number: 'Number',
    date: 'Date',
    order: 'Order',
    ordered: 'Ordered on',
    paid: 'Paid on',
    refunded: 'Refunded on',
    toInvoice: 'For invoice',
    article: 'Article',
    quantity: 'Qty',
    unitPrice: 'Unit price',
    tax: 'Tax',
    amount: 'Amount',
    itemNumber: (id: number) => `Item ${id}`,
    discount: 'Discount',
    shipping: 'Shipping',
    free: 'Free',
    total: 'Total',
    refundTotal: 'Credited in total',
    partOf: 'A part of the price',
    taxHead: { rate: 'Tax', net: 'Net', tax: 'Amount of tax', gross: 'Gross' },
    untaxed: 'No tax',
    included: 'Prices include the tax shown.',
    paidBy: (amount: string, on: string, method: 'card' | 'bank') =>
      `Your payment of ${amount} by ${method} was received on ${on}, before the goods were sent. There is nothing left to pay.`,
    wentBack: (amount: string, on: string, method: 'card' | 'bank') =>
      `We sent ${amount} back on ${on} to the ${method === 'bank' ? 'bank account' : 'card'} that paid for the order.`,
    parcel: 'Parcel',
    of: (at: number, all: number) => (all === 1 ? String(at) : `${at} of ${all}`),
    toSend: 'To be packed',
    carrier: 'Carrier',
    tracking: 'Tracking',
    packed: 'Packed on',
    units: 'Units in all',
    notRight: (contact: string) =>
      `Is something missing, or not right? Write to us, with the number of your order: ${contact}`,
    continued: (what: string) => `${what}, continued`,
    page: (at: number, all: number) => `Page ${at} of ${all}`,
    taxId: 'Tax number',
    forgotten: 'Former customer',
  },
  de: {
    invoice: 'Rechnung',
    creditNote: 'Rechnungskorrektur',
    packingSlip: 'Lieferschein',
    number: 'Nummer',
    date: 'Datum',
    order: 'Bestellung',
    ordered: 'Bestellt am',
    paid: 'Bezahlt am',
    refunded: 'Erstattet am',
    toInvoice: 'Zur Rechnung',
    article: 'Artikel',
    quantity: 'Menge',
    unitPrice: 'Einzelpreis',
    tax: 'Steuer',
    amount: 'Betrag',
    itemNumber: (id: number) => `Artikel ${id}`,
    discount: 'Rabatt',
    shipping: 'Versand',
    free: 'Kostenlos',
    total: 'Gesamt',
    refundTotal: 'Insgesamt erstattet',
    partOf: 'Ein Teil des Preises',
    taxHead: { rate: 'Steuer', net: 'Netto', tax: 'Steuerbetrag', gross: 'Brutto' },
    untaxed: 'Ohne Steuer',
    included: 'Die Preise enthalten die ausgewiesene Steuer.',
    paidBy: (amount: string, on: string, method: 'card' | 'bank') =>
      `Ihre Zahlung von ${amount} per ${method === 'bank' ? 'Bank' : 'Karte'} ging am ${on} ein, vor der Lieferung. Es ist nichts mehr zu zahlen.`,
    wentBack: (amount: string, on: string, method: 'card' | 'bank') =>
      `Wir haben ${amount} am ${on} auf ${method === 'bank' ? 'das Bankkonto zurückgesendet, von dem' : 'die Karte zurückgesendet, mit der'} bezahlt wurde.`,
    parcel: 'Paket',
    of: (at: number, all: number) => (all === 1 ? String(at) : `${at} von ${all}`),
    toSend: 'Noch zu packen',
    carrier: 'Zusteller',
    tracking: 'Sendungsnummer',
    packed: 'Gepackt am',
    units: 'Stück insgesamt',
    notRight: (contact: string) =>
      `Fehlt etwas, oder stimmt etwas nicht? Schreiben Sie uns, mit der Nummer Ihrer Bestellung: ${contact}`,
    continued: (what: string) => `${what}, Fortsetzung`,
    page: (at: number, all: number) => `Seite ${at} von ${all}`,
    taxId: 'Steuernummer',
    forgotten: 'Ehemaliger Kunde',
  },
} as const;

const regional = { en: 'en-GB', de: 'de-DE' } as const;

/** What papers say in a language, and how they write dates and amounts in it. */
export const wordsIn = (language: PaperLanguage, timeZone: string) => {
  const locale = regional[language];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const ofDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  return {
    ...words[language],
    language,
    money: (money: Money) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: money.currency,
        currencyDisplay: 'code',
      })
        .format(asDecimal(money))
        .replaceAll('\u00A0', ' '),
    /** Without its currency. */
    amountOf: (money: Money) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency })
        .formatToParts(asDecimal(money))
        .filter(({ type }) => type !== 'currency' && type !== 'literal')
        .map(({ value }) => value)
        .join(''),
    rateOf: ({ rate }: Pick<TaxLine, 'rate'>) => percent.format(rate / 10_000).replaceAll('\u00A0', ' '),
    on: (instant: string) => longDate.format(new Date(instant)),
    day: (day: string) => ofDay.format(new Date(day)),
    country: (code: string) => countries.of(code) ?? code,
  };
};

export type PaperWords = ReturnType<typeof wordsIn>;
