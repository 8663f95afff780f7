import { nameIn, shopPage, townLine, type MailedDraftOrder } from '@quayside/contracts';
import type { MailText, Recipient } from '../../domain/mail.ts';
import { courtesies } from './courtesies.ts';
import { englishOrderWords } from './english-order-words.ts';
import { germanOrderWords } from './german-order-words.ts';
import { countryIn, languageOf, momentIn, moneyIn, type MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';
import type { MailBlock } from './mail-page.ts';
import { priceRows } from './price-rows.ts';
import { firstNameOf } from './welcome-mail.ts';

interface PaymentLinkWords {
  readonly subject: string;
  readonly opening: string;
  readonly until: (moment: string) => string;
  readonly button: string;
  readonly why: string;
}

const words: Record<MailLanguage, PaymentLinkWords> = {
  en: {
    subject: 'Your order with us: please look it over and pay',
    opening:
      'As agreed, we have written your order down. Nothing is ordered until you have looked it over and paid.',
    until: (moment) =>
      `The link is good until ${moment}. Nothing is set aside before you pay, so sooner is safer. Keep it to yourself: it shows the address.`,
    button: 'Look it over and pay',
    why: 'You get this mail because you asked us to write an order down for you. If you did not, there is nothing to do.',
  },
  de: {
    subject: 'Ihre Bestellung bei uns: bitte prüfen und bezahlen',
    opening:
      'Wie besprochen haben wir Ihre Bestellung aufgeschrieben. Bestellt ist erst etwas, wenn Sie sie geprüft und bezahlt haben.',
    until: (moment) =>
      `Der Link gilt bis ${moment}. Vor der Zahlung ist nichts reserviert: je früher, desto sicherer. Geben Sie ihn nicht weiter: Er zeigt die Adresse.`,
    button: 'Prüfen und bezahlen',
    why: 'Sie erhalten diese Nachricht, weil Sie uns gebeten haben, eine Bestellung für Sie aufzuschreiben. Wenn nicht, müssen Sie nichts tun.',
  },
};
const orderWords = { en: englishOrderWords, de: germanOrderWords } as const;

/** Leads to what staff wrote down for somebody, who is to look it over and pay. */
export const paymentLinkMail = (
  draft: MailedDraftOrder,
  recipient: Recipient,
  { shop, timeZone }: { shop: string; timeZone: string },
): MailText => {
  const language = languageOf(recipient.locale);
  const said = words[language];
  const { hello, farewell } = courtesies[language];
  const { name, company, street, street2, country } = draft.shippingAddress;
  const town = townLine(draft.shippingAddress);
  const asWords = (text: string): MailBlock => ({ type: 'words', text });
  const blocks: MailBlock[] = [
    asWords(hello(firstNameOf(recipient.name))),
    asWords(said.opening),
    ...(draft.note === undefined ? [] : [asWords(draft.note)]),
    {
      type: 'goods',
      rows: draft.items.map((item) => {
        const priced = draft.price.lines.find(({ itemId }) => itemId === item.itemId);
        return {
          ...{ name: nameIn(item, language), quantity: item.quantity },
          pictureUrl: new URL(item.pictureUrl, `${shop}/`).href,
          ...(priced && { amount: moneyIn(language, priced.subtotal) }),
        };
      }),
    },
    { type: 'sums', rows: priceRows({ price: draft.price }, language, orderWords[language]) },
    {
      type: 'facts',
      title: orderWords[language].goesTo,
      lines: [name, company, street, street2, town || undefined, countryIn(language, country)].filter(
        (line) => line !== undefined,
      ),
    },
    asWords(said.until(momentIn(language, timeZone, draft.until))),
    // The secret part stands after a # that no server is told.
    {
      type: 'button',
      label: said.button,
      href: `${shop}${shopPage(language, 'pay', `/${draft.id}#${draft.link}`)}`,
    },
  ];
  const page = {
    ...{ language, shop, subject: said.subject, preview: said.opening, title: said.button },
    ...{ blocks, farewell, why: said.why },
  };
  return mailOf(page);
};
