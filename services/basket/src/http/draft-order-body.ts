import type {
  DraftOrder,
  DraftOrderContent,
  DraftOrderRow,
  LinkedOrder,
  MailedDraftOrder,
} from '@quayside/contracts';
import { draftStateOf, type DraftBuyer, type DraftOrder as Draft } from '../domain/draft-order.ts';
import type { Basket } from '../domain/basket.ts';
import type { DraftOrders, ShownDraft } from '../usecases/draft-orders.ts';
import { basketBody } from './basket-body.ts';

const iso = (at: number): string => new Date(at).toISOString();
/** Without what is undefined, which JSON leaves out too. */
const said = <T extends object>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T;

/** A draft as a row of the list. */
export const draftOrderRowBody = (draft: Draft, now: Date): DraftOrderRow => {
  const { id, version, buyer, facts } = draft;
  const { total, units, createdAt, changedAt, link } = facts;
  return {
    ...{ id, version, total, units, state: draftStateOf(draft, now.getTime()) },
    ...{ createdAt: iso(createdAt), changedAt: iso(changedAt) },
    ...(buyer && { name: buyer.customer?.name ?? buyer.shippingAddress.name, email: buyer.email }),
    ...(link && { linkUntil: iso(link.until) }),
  };
};

/** What staff asked for, as they asked. */
export const contentBody = (buyer: DraftBuyer, { lines, choice }: Basket): DraftOrderContent => {
  const { currency, shippingMethod, coupon } = choice;
  return said({
    ...buyer,
    lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    ...{ currency, shippingMethod, coupon },
  }) as DraftOrderContent;
};

/** A draft as staff see it. */
export const draftOrderBody = ({ draft, basket, kept }: ShownDraft, now: Date): DraftOrder => ({
  ...draftOrderRowBody(draft, now),
  ...(draft.buyer && kept && { content: contentBody(draft.buyer, kept) }),
  ...(basket && { basket: basketBody(basket) }),
});

/** A draft as whoever has its link sees it. */
export const linkedOrderBody = ({ draft, basket }: ShownDraft): LinkedOrder => {
  const { id, buyer, facts } = draft;
  if (!buyer || !basket) return { id, state: 'ordered' };
  return {
    ...{ id, state: 'open', basket: basketBody(basket) },
    ...(facts.link && { until: iso(facts.link.until) }),
    shippingAddress: said(buyer.shippingAddress),
    ...(buyer.note !== undefined && { note: buyer.note }),
  };
};

/** A draft for the mail that leads to it. */
export const mailedDraftOrderBody = (
  mailed: Awaited<ReturnType<DraftOrders['mailed']>>,
): MailedDraftOrder => {
  const { draft, basket, link, until } = mailed;
  const { customer, email, language, shippingAddress, note } = draft.buyer;
  return {
    ...{
      id: draft.id,
      name: customer?.name ?? shippingAddress.name,
      email,
      language,
      link,
      until: iso(until),
    },
    ...(note !== undefined && { note }),
    shippingAddress: said(shippingAddress),
    items: basket.lines.map(({ itemId, name, names, quantity, pictureUrl }) => ({
      ...{ itemId, name, quantity, pictureUrl },
      ...(names && { names }),
    })),
    price: basket.price,
  };
};
