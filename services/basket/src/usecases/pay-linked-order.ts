import { addressFaults } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import { checkOut, type BasketCheckedOut, type CheckOut } from '../domain/check-out.ts';
import { draftStateOf, isOpen, type DraftOrder, type OpenDraftOrder } from '../domain/draft-order.ts';
import {
  PaymentLinkExpired,
  PaymentLinkInvalid,
  PaymentLinkWithdrawn,
} from '../domain/draft-order-errors.ts';
import { AddressInvalid, BasketContended } from '../domain/errors.ts';
import type { BasketState } from '../domain/priced-basket.ts';
import { ownerOfDraft, type DraftOrderStore } from './draft-order-store.ts';
import type { DraftOrders, ShownDraft } from './draft-orders.ts';
import { endOf, isLinkTo } from './payment-link.ts';
import type { BasketStore } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  drafts: Pick<DraftOrderStore, 'find'>;
  show: DraftOrders['show'];
  now: () => Date;
  newId: () => string;
}

/** Who pays: a guest's session sees what it pays for as a guest. */
interface Payer {
  readonly id: string;
  readonly kind: 'user' | 'guest';
}

type Agreed = Required<Pick<CheckOut, 'paymentToken' | 'acceptedTotal' | 'acceptedLines'>>;

/** Whatever is asked for how often, a draft is one order. */
const once = { key: 'draft', fingerprint: 'draft' };

class ReadMeanwhile extends Error {}

/** What whoever has a link may do. */
export const createLinkedOrders = ({ store, drafts, show, now, newId }: Dependencies) => {
  /**
   * @throws {PaymentLinkInvalid}
   * @throws {PaymentLinkWithdrawn}
   * @throws {PaymentLinkExpired}
   */
  const opened = async (id: string, link: string): Promise<DraftOrder> => {
    const draft = await drafts.find(id);
    const known = draft?.facts.link;
    if (!known || !isLinkTo(id, known, link)) throw new PaymentLinkInvalid();
    const at = now().getTime();
    const state = draftStateOf(draft, at);
    if (state === 'ordered') return draft;
    if (state === 'withdrawn') throw new PaymentLinkWithdrawn();
    if (state !== 'sent' || endOf(link) <= at) throw new PaymentLinkExpired();
    return draft;
  };

  const decide =
    ({ id, version, buyer }: OpenDraftOrder, payer: Payer, agreed: Agreed) =>
    (state: BasketState): BasketCheckedOut => {
      // The draft was read before its basket.
      if (state.basket.version !== version) throw new ReadMeanwhile();
      const { customer, email, language, shippingAddress } = buyer;
      const guestId = payer.kind === 'guest' ? payer.id : newId();
      const command = {
        ...agreed,
        shippingAddress,
        buyer: customer
          ? { ...customer, email }
          : { id: guestId, name: shippingAddress.name, email, guest: { locale: language } },
      };
      const event = checkOut(state, command, { orderId: id, now: now().getTime() });
      const faults = addressFaults(shippingAddress, addressRulesOf(shippingAddress.country));
      if (faults.length > 0) throw new AddressInvalid(faults);
      return event;
    };

  const payOnce = async (id: string, link: string, payer: Payer, agreed: Agreed) => {
    const draft = await opened(id, link);
    if (isOpen(draft))
      await store.checkOut(ownerOfDraft(id, draft.buyer), once, decide(draft, payer, agreed));
    // Somebody else may have been faster.
    return (await drafts.find(id))?.orderedBy === payer.id;
  };

  return {
    read: async (id: string, link: string): Promise<ShownDraft> => {
      await opened(id, link);
      return show(id);
    },

    /** @returns whether the payer can see the order */
    pay: async (id: string, link: string, payer: Payer, agreed: Agreed): Promise<boolean> => {
      for (let tries = 0; tries < 5; tries += 1) {
        try {
          return await payOnce(id, link, payer, agreed);
        } catch (error) {
          if (!(error instanceof ReadMeanwhile)) throw error;
        }
      }
      throw new BasketContended();
    },
  };
};
export type LinkedOrders = ReturnType<typeof createLinkedOrders>;
