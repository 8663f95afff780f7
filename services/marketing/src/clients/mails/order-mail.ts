import {
  nameIn,
  shopPage,
  townLine,
  trackingUrlOf,
  type KnownOrder,
  type Shipment,
} from '@quayside/contracts';
import type { MailText, OrderMailMatter, Recipient } from '../../domain/mail.ts';
import { courtesies } from './courtesies.ts';
import { declineReasonIn } from './decline-reason.ts';
import { englishOrderWords } from './english-order-words.ts';
import { germanOrderWords } from './german-order-words.ts';
import { countryIn, languageOf, momentIn, moneyIn, type MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';
import type { Goods, MailBlock } from './mail-page.ts';
import type { OrderMailFacts, OrderWords } from './order-words.ts';
import { priceRows } from './price-rows.ts';
import { firstNameOf } from './welcome-mail.ts';

const orderWords: Readonly<Record<MailLanguage, OrderWords>> = {
  en: englishOrderWords,
  de: germanOrderWords,
};

interface Draft {
  readonly matter: OrderMailMatter;
  readonly order: KnownOrder;
  readonly language: MailLanguage;
  readonly words: OrderWords;
  readonly shop: string;
  readonly timeZone: string;
}
type Units = readonly { itemId: number; quantity: number }[];

const goodsOf = ({ order, language, shop }: Draft, units?: Units): MailBlock => {
  const rows = (units ?? order.items).flatMap(({ itemId, quantity }): Goods[] => {
    const item = order.items.find((line) => line.itemId === itemId);
    const priced = order.price.lines.find((line) => line.itemId === itemId);
    if (!item) return [];
    return [
      {
        ...{ name: nameIn(item, language), quantity, pictureUrl: new URL(item.pictureUrl, `${shop}/`).href },
        ...(!units && priced && { amount: moneyIn(language, priced.subtotal) }),
      },
    ];
  });
  return { type: 'goods', rows };
};

const addressOf = ({ order: { shippingAddress }, language, words }: Draft): MailBlock => {
  const { name, company, street, street2, country } = shippingAddress;
  const town = townLine(shippingAddress);
  return {
    type: 'facts',
    title: words.goesTo,
    lines: [name, company, street, street2, town || undefined, countryIn(language, country)].filter(
      (line) => line !== undefined,
    ),
  };
};

const parcelOf = ({ words }: Draft, { carrier, tracking }: Shipment): MailBlock[] => {
  const lines = [carrier, tracking].filter((line) => line !== undefined);
  const href = trackingUrlOf({ carrier, tracking });
  return lines.length === 0
    ? []
    : [{ type: 'facts', title: words.carrier, lines, ...(href && { link: { label: words.follow, href } }) }];
};

/** What the mail shows below its words; undefined when what it would tell is not so any more. */
const detailsOf = (draft: Draft): MailBlock[] | undefined => {
  const { matter, order, language } = draft;
  const sums: MailBlock = { type: 'sums', rows: priceRows(order, language, draft.words) };
  const parcel = order.shipments.find(({ id }) => id === matter.about);
  const sentBack = order.returns.find(({ id }) => id === matter.about);
  switch (matter.kind) {
    case 'order-confirmed':
      return [goodsOf(draft), sums, addressOf(draft)];
    case 'payment-waiting':
      return order.payment.visit && [goodsOf(draft), sums];
    case 'payment-declined':
      return order.payment.declined && [goodsOf(draft), sums];
    case 'order-shipped':
      return parcel && [goodsOf(draft, parcel.lines), ...parcelOf(draft, parcel), addressOf(draft)];
    case 'order-delivered':
      return parcel && [goodsOf(draft, parcel.lines), addressOf(draft)];
    case 'return-refused':
      return sentBack?.state === 'refused' ? [goodsOf(draft, sentBack.lines)] : undefined;
    case 'return-approved':
    case 'return-received':
      return sentBack && sentBack.state !== 'refused' ? [goodsOf(draft, sentBack.lines)] : undefined;
    case 'items-cancelled':
      return [goodsOf(draft, order.cancelledItems)];
    case 'order-cancelled':
      return [goodsOf(draft)];
    case 'order-refunded':
      return [];
    case 'order-link':
      return order.guest && [goodsOf(draft)];
  }
};

const cancelledBy: Readonly<Record<string, OrderMailFacts['by']>> = {
  buyer: 'buyer',
  catalog: 'stock',
  payment: 'payment',
};

const refusalIn = ({ returns }: KnownOrder, { about }: OrderMailMatter): string | undefined =>
  returns.find(({ id }) => id === about)?.refusal;

const momentOf = ({ language, timeZone }: Draft, at: string | undefined): string =>
  at === undefined ? '' : momentIn(language, timeZone, at);

const factsOf = (draft: Draft): OrderMailFacts => {
  const { matter, order, language } = draft;
  const { declined, charged, visit, method = 'card' } = order.payment;
  const end = order.history.find(({ status }) => status === 'cancelled' || status === 'refunding');
  return {
    ...{ number: order.number, method },
    total: moneyIn(language, order.totals.total),
    amount: matter.amount ? moneyIn(language, matter.amount) : '',
    payUntil: momentOf(draft, declined?.payUntil ?? visit?.until),
    reason:
      matter.kind === 'return-refused'
        ? (refusalIn(order, matter) ?? '')
        : declineReasonIn(language, declined?.reason ?? ''),
    by: cancelledBy[end?.by ?? ''] ?? 'shop',
    isCharged: charged.amount > 0,
  };
};

/** A guest has no account to find the order in: the link's secret part opens it, after a # that no server is told. */
const pageOf = ({ order, language, shop }: Draft): string =>
  `${shop}${shopPage(language, 'order', `/${order.id}`)}${order.guest ? `#${order.guest.link}` : ''}`;

/** A guest's link has its own part after the #. The invoice itself may be some moments away. */
const invoiceLink = (draft: Draft): MailBlock[] => {
  const { matter, order, words } = draft;
  if (matter.kind !== 'order-confirmed') return [];
  const { title, link, guestText } = words.invoice;
  const page = pageOf(draft);
  const shown = order.guest
    ? { ...link, text: guestText, href: page }
    : { ...link, href: `${page}#invoices` };
  return [{ type: 'links', title, links: [shown] }];
};

const accountOffered = ({ matter, order, language, words, shop }: Draft): MailBlock[] =>
  order.guest && matter.kind === 'order-confirmed'
    ? [
        {
          type: 'links',
          title: words.account.title,
          links: [
            {
              ...words.account.link,
              href: `${shop}/auth/register?returnTo=${encodeURIComponent(shopPage(language, 'order', `/${order.id}`))}`,
            },
          ],
        },
      ]
    : [];

/** A mail about an order, in the buyer's language; undefined when what it would tell is not so any more. */
export const orderMail = (
  { matter, order, recipient }: { matter: OrderMailMatter; order: KnownOrder; recipient: Recipient },
  { shop, timeZone }: { shop: string; timeZone: string },
): MailText | undefined => {
  const language = languageOf(recipient.locale);
  const words = orderWords[language];
  const { hello, farewell } = courtesies[language];
  const draft: Draft = { matter, order, language, words, shop, timeZone };
  const details = detailsOf(draft);
  if (!details) return undefined;
  const said = words.of[matter.kind](factsOf(draft));
  const [opening = '', ...more] = said.words;
  const asWords = (text: string): MailBlock => ({ type: 'words', text });
  const page = {
    ...{ language, shop, subject: said.subject, preview: opening, title: said.title },
    blocks: [
      asWords(hello(firstNameOf(recipient.name))),
      ...[opening, ...more].map(asWords),
      ...details,
      { type: 'button', label: said.button, href: pageOf(draft) } as const,
      ...invoiceLink(draft),
      ...accountOffered(draft),
    ],
    farewell,
    why: words.why(order.number),
  };
  return mailOf(page);
};
