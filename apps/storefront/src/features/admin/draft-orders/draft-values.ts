import type { Address, DraftOrder, DraftOrderContent, DraftOrderToPrice } from '@quayside/contracts';

/** A line as the form shows it. */
export interface DraftLine {
  readonly itemId: number;
  readonly quantity: number;
  readonly name: string;
}

/** What stands in the form beside the address, whose fields keep their own text. */
export interface DraftValues {
  readonly customer: DraftOrderContent['customer'];
  readonly email: string;
  readonly language: DraftOrderContent['language'];
  readonly lines: readonly DraftLine[];
  readonly country: string;
  readonly state: string;
  readonly currency: string | undefined;
  readonly shippingMethod: string | undefined;
  readonly coupon: string;
  readonly note: string;
}

export const valuesOf = (draft: DraftOrder | undefined, usualCountry: string): DraftValues => {
  const content = draft?.content;
  const nameOf = (id: number) =>
    draft?.basket?.items.find(({ itemId }) => itemId === id)?.name ?? `Item ${id}`;
  return {
    customer: content?.customer,
    email: content?.email ?? '',
    language: content?.language ?? 'en',
    lines: (content?.lines ?? []).map((line) => ({ ...line, name: nameOf(line.itemId) })),
    country: content?.shippingAddress.country ?? usualCountry,
    state: content?.shippingAddress.state ?? '',
    currency: content?.currency,
    shippingMethod: content?.shippingMethod,
    coupon: content?.coupon ?? '',
    note: content?.note ?? '',
  };
};

const linesOf = ({ lines }: DraftValues) => lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
const chosen = ({ currency, shippingMethod, coupon }: DraftValues) => ({
  ...(currency !== undefined && { currency }),
  ...(shippingMethod !== undefined && { shippingMethod }),
  ...(coupon.trim() !== '' && { coupon: coupon.trim() }),
});

/** Undefined as long as there is nothing to price. */
export const toPrice = (values: DraftValues): DraftOrderToPrice | undefined => {
  if (values.lines.length === 0) return undefined;
  const { country, state, customer } = values;
  return {
    ...{ lines: linesOf(values), country, ...chosen(values) },
    ...(state.trim() !== '' && { state: state.trim() }),
    ...(customer && { customerId: customer.id }),
  };
};

export const contentOf = (values: DraftValues, shippingAddress: Address): DraftOrderContent => {
  const { customer, email, language, note } = values;
  return {
    ...(customer && { customer }),
    ...{ email: email.trim(), language, shippingAddress, lines: linesOf(values), ...chosen(values) },
    ...(note.trim() !== '' && { note: note.trim() }),
  };
};
