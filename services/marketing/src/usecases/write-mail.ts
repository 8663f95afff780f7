import type { KnownOrder } from '@quayside/contracts';
import type { MailMatter, MailText, OrderMailMatter, OutgoingMail, Recipient } from '../domain/mail.ts';

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

interface WriteMailPorts {
  readonly recipients: Recipients;
  readonly orders: Orders;
  readonly welcome: (recipient: Recipient) => MailText;
  /** Undefined: what it would tell is not so any more. */
  readonly ofOrder: (
    matter: OrderMailMatter,
    order: KnownOrder,
    recipient: Recipient,
  ) => MailText | undefined;
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

/** Writes a mail by what is so now. Undefined when there is nobody to write to, or nothing to tell. */
export const createWriteMail =
  ({ recipients, orders, welcome, ofOrder }: WriteMailPorts): WriteMail =>
  async (matter) => {
    if (matter.kind === 'welcome') {
      const recipient = await recipients.find(matter.userId);
      return recipient && { ...welcome(recipient), recipient };
    }
    const order = await orders.find(matter.orderId);
    const recipient = order && (await recipientOf(order, recipients));
    const text = recipient && ofOrder(matter, order, recipient);
    return text && { ...text, recipient };
  };
