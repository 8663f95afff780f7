import { emailKey } from '@quayside/contracts/email';
import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import { EmailDiffers, EmailNotConfirmed, OrderLinkInvalid } from '../domain/order-error.ts';
import { opens } from './order-link.ts';
import type { OrderReads } from './order-reads.ts';
import type { OrderStore } from './order-store.ts';

/** Guests' orders by what their owners know of them. */
export interface GuestOrderReads {
  /** Those that were placed with an address, whatever way it was written in. */
  idsOfEmail(email: string): AsyncIterable<string>;
  /** The one of a number, if it was placed with the address. */
  idOf(number: string, email: string): Promise<string | undefined>;
}

interface Ports {
  readonly reads: Pick<OrderReads, 'any'>;
  readonly guests: GuestOrderReads;
  readonly store: OrderStore;
  /** Counts what the orders of customers come to. */
  readonly count: (customerIds: readonly string[]) => Promise<void>;
  readonly now: () => Date;
}

/** Who is signed in, and whether they have shown that the address is theirs. */
interface Claimant {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isConfirmed: boolean;
}

const isSame = (one: string, other: string): boolean => emailKey(one) === emailKey(other);

export const createGuestOrders = ({ reads, guests, store, count, now }: Ports) => {
  /**
   * The order that a link opens.
   *
   * @throws {OrderLinkInvalid} whether there is no such order or it is somebody else's
   */
  const byLink = async (orderId: string, link: string): Promise<Order> => {
    const order = await reads.any(orderId);
    if (!order || !opens(link, order, now())) throw new OrderLinkInvalid();
    return order;
  };

  /**
   * The order that a link opens, for who knows its address besides: more than was passed on with a link alone.
   *
   * @throws {OrderLinkInvalid | EmailDiffers}
   */
  const byLinkAndEmail = async (orderId: string, link: string, email: string): Promise<Order> => {
    const order = await byLink(orderId, link);
    if (!isSame(order.buyer.email, email)) throw new EmailDiffers();
    return order;
  };

  return {
    byLink,
    byLinkAndEmail,

    /**
     * Gives the order of a link to the account of who ordered it.
     *
     * @throws {OrderLinkInvalid | EmailDiffers | EmailNotConfirmed}
     */
    claim: async (orderId: string, link: string, { isConfirmed, ...buyer }: Claimant): Promise<void> => {
      await byLinkAndEmail(orderId, link, buyer.email);
      if (!isConfirmed) throw new EmailNotConfirmed();
      const command = { type: 'claim-order', at: now().toISOString(), buyer } as const;
      await store.update(orderId, (current) => decide(command, current));
      await count([buyer.id]);
    },

    /** Has a link mailed, a few times a day, if there is such an order; nobody is told whether. */
    askForLink: async ({ number, email }: { number: string; email: string }): Promise<void> => {
      const orderId = await guests.idOf(number, email);
      const command = { type: 'request-link', at: now().toISOString() } as const;
      if (orderId) await store.update(orderId, (order) => decide(command, order));
    },

    /**
     * Takes the person out of all guests' orders with the address of this one: whoever has its mails has those of the others.
     *
     * @throws {OrderLinkInvalid | EmailDiffers}
     */
    forget: async (orderId: string, link: string, email: string): Promise<void> => {
      await byLinkAndEmail(orderId, link, email);
      const command = { type: 'anonymise-buyer', at: now().toISOString() } as const;
      const forget = (id: string) =>
        store.update(id, (order) => (order.buyer.isGuest ? decide(command, order) : []));
      // The one whose link was used goes last: until then the deletion can be repeated.
      for await (const id of guests.idsOfEmail(email)) if (id !== orderId) await forget(id);
      await forget(orderId);
    },
  };
};
export type GuestOrders = ReturnType<typeof createGuestOrders>;

/** Who has shown that an e-mail address is theirs. */
export interface ConfirmedPeople {
  /** Undefined: the account is gone, or its address is not confirmed any more. @throws while it cannot be known */
  find(userId: string): Promise<{ id: string; name: string; email: string } | undefined>;
}

/**
 * Gives an account what its owner ordered as a guest with the same address. Safe to repeat.
 *
 * @returns how many orders it got
 */
export const createClaimOrders =
  (deps: { people: ConfirmedPeople; guests: GuestOrderReads; store: OrderStore; now: () => Date }) =>
  async (userId: string): Promise<number> => {
    const buyer = await deps.people.find(userId);
    if (!buyer) return 0;
    let claimed = 0;
    for await (const orderId of deps.guests.idsOfEmail(buyer.email)) {
      const command = { type: 'claim-order', at: deps.now().toISOString(), buyer } as const;
      const { events } = await deps.store.update(orderId, (order) =>
        isSame(order.buyer.email, buyer.email) ? decide(command, order) : [],
      );
      claimed += events.length;
    }
    return claimed;
  };
