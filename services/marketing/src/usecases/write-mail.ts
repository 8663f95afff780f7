import type { KnownOrder, MailedDraftOrder } from '@quayside/contracts';
import type {
  MailMatter,
  MailText,
  OrderMailMatter,
  OutgoingMail,
  Recipient,
  StockMailKind,
} from '../domain/mail.ts';
import type { WaitedFor } from '../domain/stock-request.ts';
import type { ContactMessageReads } from './contact-messages.ts';
import type { ReviewMailReads, Slugs } from './mail-choices.ts';
import type { WaitedForReads } from './stock-requests.ts';

/** Who users are, asked when it is needed: nothing of it is kept. */
export interface Recipients {
  /**
   * Undefined: the account is deleted, or nobody confirmed its address.
   *
   * @throws while it cannot be known
   */
  find(userId: string): Promise<Recipient | undefined>;
}

/** Orders as they are at the moment of writing. */
export interface Orders {
  /** @throws while it cannot be known */
  find(orderId: string): Promise<KnownOrder | undefined>;
}

export interface AskedAbout {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly slugs?: Readonly<Record<string, string>>;
  readonly pictureUrl: string;
}

/** What somebody asked about, by what is kept of it here. */
export interface AskedAboutReads {
  /** Undefined: it is not sold any more. */
  find(itemId: number): Promise<AskedAbout | undefined>;
}

/** What staff wrote down for somebody. */
export interface DraftOrders {
  /**
   * Undefined: it is ordered or dropped, or its link is not good any more.
   *
   * @throws while it cannot be known
   */
  find(orderId: string): Promise<MailedDraftOrder | undefined>;
}

interface WriteMailPorts {
  readonly recipients: Recipients;
  readonly orders: Orders;
  readonly draftOrders: DraftOrders;
  readonly waitedFor: WaitedForReads;
  readonly reviewMails: ReviewMailReads;
  readonly askedAbout: AskedAboutReads;
  readonly contactMessages: ContactMessageReads;
  /** The shop itself. */
  readonly crew: Recipient;
  readonly ofContact: (message: NonNullable<Awaited<ReturnType<ContactMessageReads['find']>>>) => MailText;
  readonly ofQuestion: (item: AskedAbout, recipient: Recipient) => MailText;
  readonly welcome: (recipient: Recipient) => MailText;
  /** Undefined: what it would tell is not so any more. */
  readonly ofOrder: (
    matter: OrderMailMatter,
    order: KnownOrder,
    recipient: Recipient,
  ) => MailText | undefined;
  readonly askingToPay: (draft: MailedDraftOrder, recipient: Recipient) => MailText;
  /** Undefined: there is nothing in it to say something about. */
  readonly askingForReviews: (
    order: KnownOrder,
    recipient: Recipient,
    links: { slugs: ReadonlyMap<number, Slugs>; end: string },
  ) => MailText | undefined;
  readonly ofStock: (kind: StockMailKind, waitedFor: WaitedFor, recipient: Recipient) => MailText;
}

/** @throws while a neighbour who is to be asked is away */
export type WriteMail = (matter: MailMatter) => Promise<Omit<OutgoingMail, 'messageId'> | undefined>;

/** Of a guest Identity knows nothing: the order itself says where to write to, unless they are forgotten. */
const recipientOf = async (
  { buyer, guest }: KnownOrder,
  recipients: Recipients,
): Promise<Recipient | undefined> => {
  if (!buyer.isGuest) return recipients.find(buyer.id);
  return guest && { name: buyer.name, address: buyer.email, locale: guest.locale };
};

const paymentLink = async (orderId: string, { draftOrders, askingToPay }: WriteMailPorts) => {
  const draft = await draftOrders.find(orderId);
  if (!draft) return undefined;
  const recipient = { name: draft.name, address: draft.email, locale: draft.language };
  return { ...askingToPay(draft, recipient), recipient };
};

const watcherOf = async ({ watcher }: WaitedFor, recipients: Recipients): Promise<Recipient | undefined> =>
  'accountId' in watcher ? recipients.find(watcher.accountId) : { name: '', ...watcher };

/** Only an account can review; what is under way yet, or came back, is not asked about. */
const reviewRequest = async (
  order: KnownOrder,
  { recipients, reviewMails, askingForReviews }: WriteMailPorts,
) => {
  if (order.status !== 'delivered' || order.buyer.isGuest) return undefined;
  const recipient = await recipients.find(order.buyer.id);
  const end = recipient && (await reviewMails.endLinkOf(order.buyer.id));
  if (!end) return undefined;
  const slugs = await reviewMails.slugsOf(order.items.map(({ itemId }) => itemId));
  const text = askingForReviews(order, recipient, { slugs, end });
  return text && { ...text, recipient };
};

/** Writes a mail by what is so now. Undefined when there is nobody to write to, or nothing to tell. */
export const createWriteMail =
  (ports: WriteMailPorts): WriteMail =>
  async (matter) => {
    const { recipients, orders, waitedFor, askedAbout, welcome, ofOrder, ofStock, ofQuestion } = ports;
    if (matter.kind === 'welcome') {
      const recipient = await recipients.find(matter.userId);
      return recipient && { ...welcome(recipient), recipient };
    }
    if ('requestId' in matter) {
      const waited = await waitedFor.find(matter.requestId);
      const recipient = waited && (await watcherOf(waited, recipients));
      return recipient && { ...ofStock(matter.kind, waited, recipient), recipient };
    }
    if (matter.kind === 'question-answered') {
      const item = await askedAbout.find(matter.itemId);
      const recipient = item && (await recipients.find(matter.askerId));
      return recipient && { ...ofQuestion(item, recipient), recipient };
    }
    if (matter.kind === 'contact') {
      const message = await ports.contactMessages.find(matter.mailId);
      return message && { ...ports.ofContact(message), recipient: ports.crew };
    }
    if (matter.kind === 'payment-link') return paymentLink(matter.orderId, ports);
    const order = await orders.find(matter.orderId);
    if (matter.kind === 'review-request') return order && reviewRequest(order, ports);
    const recipient = order && (await recipientOf(order, recipients));
    const text = recipient && ofOrder(matter, order, recipient);
    return text && { ...text, recipient };
  };
