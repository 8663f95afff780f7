import { addressFaults, type DraftOrderContent, type DraftOrderToPrice } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import type { AuditActor } from '@quayside/runtime';
import type { Basket } from '../domain/basket.ts';
import {
  draftStateOf,
  fillBasket,
  isOpen,
  requireCurrent,
  sendLink,
  type DraftBuyer,
  type DraftOrder,
  type OpenDraftOrder,
} from '../domain/draft-order.ts';
import { DraftOrderNotFound, StaleVersion } from '../domain/draft-order-errors.ts';
import { AddressInvalid, BasketContended } from '../domain/errors.ts';
import { priceBasket, type BasketState, type PricedBasket } from '../domain/priced-basket.ts';
import { ownerOfDraft, type DraftOrderStore, type KeptDraft } from './draft-order-store.ts';
import { newLinkKey, paymentLinkTo } from './payment-link.ts';
import type { BasketStore } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  drafts: DraftOrderStore;
  now: () => Date;
  newId: () => string;
}

/** A draft with its basket, priced now; without one where it is ordered. */
export interface ShownDraft {
  readonly draft: DraftOrder;
  readonly basket?: PricedBasket;
  readonly kept?: Basket;
}

const attempts = 5;
const nobodys = 'none';

const choiceOf = ({ shippingAddress, currency, shippingMethod, coupon }: DraftOrderContent) => ({
  ...{ country: shippingAddress.country, state: shippingAddress.state },
  ...{ currency, shippingMethod, coupon },
});
const buyerOf = ({ customer, email, language, shippingAddress, note }: DraftOrderContent): DraftBuyer => ({
  ...{ customer, email, language, shippingAddress, note },
});

/** What the audit log keeps of a draft: what is sold, and nothing of who buys. */
const onRecord = (
  { lines, choice }: Pick<Basket, 'lines' | 'choice'>,
  { facts }: Pick<DraftOrder, 'facts'>,
) => ({
  lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
  total: facts.total,
  ...(choice.shippingMethod !== undefined && { shippingMethod: choice.shippingMethod }),
  ...(choice.coupon !== undefined && { coupon: choice.coupon }),
});

const entity = 'draft-order';

/** Orders that staff write down for somebody. */
export const createDraftOrders = ({ store, drafts, now, newId }: Dependencies) => {
  const find = async (id: string): Promise<DraftOrder> => {
    const draft = await drafts.find(id);
    if (!draft) throw new DraftOrderNotFound(id);
    return draft;
  };

  /** Draft and basket lie together, and are read one after the other: until both are of one version. */
  const show = async (id: string): Promise<ShownDraft & { state?: BasketState }> => {
    for (let tries = 0; tries < attempts; tries += 1) {
      const draft = await find(id);
      if (!isOpen(draft)) return { draft };
      const state = await store.read(ownerOfDraft(id, draft.buyer));
      if (state.basket.version === draft.version)
        return { draft, state, kept: state.basket, basket: priceBasket(state, now().getTime()) };
    }
    throw new BasketContended();
  };

  const fill = async (id: string, content: DraftOrderContent) => {
    const { lines, coupon, shippingAddress } = content;
    const faults = addressFaults(shippingAddress, addressRulesOf(shippingAddress.country));
    if (faults.length > 0) throw new AddressInvalid(faults);
    const state = await store.read(ownerOfDraft(id, content), {
      items: lines.map(({ itemId }) => itemId),
      ...(coupon !== undefined && { coupon }),
    });
    const at = now().getTime();
    const basket = fillBasket(state, { lines, choice: choiceOf(content) }, { isAddress: true, now: at });
    const { price } = priceBasket({ ...state, basket }, at);
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return { basket, facts: { changedAt: at, total: price.totals.total, units } };
  };

  /** Who comes late is shown what is there. */
  const orStale = async (id: string, isSaved: boolean): Promise<ShownDraft> => {
    const shown = await show(id);
    if (!isSaved) throw new StaleVersion(shown);
    return shown;
  };

  const current = async (id: string, version: number): Promise<OpenDraftOrder> => {
    const draft = await find(id);
    if (isOpen(draft) && draft.version !== version) throw new StaleVersion(await show(id));
    requireCurrent(draft, version);
    return draft;
  };

  /** The draft with another link, and its basket as it is. */
  const relinked = async (id: string, version: number, link: KeptDraft['facts']['link']) => {
    const { draft, kept } = await show(id);
    requireCurrent(draft, version);
    const basket = kept ?? { lines: [], choice: {} };
    return {
      id,
      basedOn: version,
      basket,
      buyer: draft.buyer,
      facts: { ...draft.facts, changedAt: now().getTime(), link },
    };
  };

  return {
    show,

    page: drafts.page,

    readAudit: drafts.readAudit,

    ofCustomer: async (userId: string): Promise<readonly ShownDraft[]> =>
      Promise.all((await drafts.ofCustomer(userId)).map(({ id }) => show(id))),

    price: async ({ lines, customerId, ...choice }: DraftOrderToPrice): Promise<PricedBasket> => {
      const customer = customerId === undefined ? {} : { customer: { id: customerId, name: '' } };
      const state = await store.read(ownerOfDraft(nobodys, customer), {
        items: lines.map(({ itemId }) => itemId),
        ...(choice.coupon !== undefined && { coupon: choice.coupon }),
      });
      const at = now().getTime();
      const basket = fillBasket(state, { lines, choice }, { isAddress: false, now: at });
      return priceBasket({ ...state, basket }, at);
    },

    create: async (content: DraftOrderContent, by: AuditActor): Promise<ShownDraft> => {
      const id = newId();
      const { basket, facts } = await fill(id, content);
      const draft = { id, facts: { ...facts, createdAt: facts.changedAt } };
      await drafts.save(
        { ...draft, basedOn: 0, basket, buyer: buyerOf(content) },
        { by, change: { action: 'created', entity, entityId: id, after: onRecord(basket, draft) } },
      );
      return show(id);
    },

    change: async (
      id: string,
      version: number,
      content: DraftOrderContent,
      by: AuditActor,
    ): Promise<ShownDraft> => {
      const draft = await current(id, version);
      const { basket: before } = await store.read(ownerOfDraft(id, draft.buyer));
      const { basket, facts } = await fill(id, content);
      const kept = { id, facts: { ...draft.facts, ...facts } };
      const change = { action: 'changed', entity, entityId: id, before: onRecord(before, draft) };
      const isSaved = await drafts.save(
        { ...kept, basedOn: version, basket, buyer: buyerOf(content) },
        { by, change: { ...change, after: onRecord(basket, kept) } },
      );
      return orStale(id, isSaved);
    },

    drop: async (id: string, version: number, by: AuditActor): Promise<void> => {
      const draft = await current(id, version);
      const { basket } = await store.read(ownerOfDraft(id, draft.buyer));
      const change = { action: 'deleted', entity, entityId: id, before: onRecord(basket, draft) };
      if (!(await drafts.drop(draft, { by, change }))) await orStale(id, false);
    },

    sendLink: async (id: string, version: number, by: AuditActor): Promise<ShownDraft> => {
      const draft = await current(id, version);
      const at = now().getTime();
      const kept = await relinked(id, version, sendLink(draft.facts.link, at, newLinkKey));
      const change = { action: 'sent', entity, entityId: id, after: { total: draft.facts.total } };
      const request = { orderId: id, buyerId: draft.buyer.customer?.id, at, version: version + 1 };
      return orStale(id, await drafts.save(kept, { by, change }, request));
    },

    withdrawLink: async (id: string, version: number, by: AuditActor): Promise<ShownDraft> => {
      const draft = await current(id, version);
      const { link } = draft.facts;
      if (!link || link.isWithdrawn) return show(id);
      const kept = await relinked(id, version, { ...link, isWithdrawn: true });
      const change = { action: 'withdrawn', entity, entityId: id };
      return orStale(id, await drafts.save(kept, { by, change }));
    },

    /** For the mail: with a link, where that is good. */
    mailed: async (id: string) => {
      const { draft, basket } = await show(id);
      const { link } = draft.facts;
      if (!basket || !link || !isOpen(draft) || draftStateOf(draft, now().getTime()) !== 'sent')
        throw new DraftOrderNotFound(id);
      return { draft, basket, link: paymentLinkTo(id, link), until: link.until };
    },
  };
};
export type DraftOrders = ReturnType<typeof createDraftOrders>;
