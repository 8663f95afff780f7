import type { OrderDetails } from '../domain/order.ts';

/** Who checked out, and where to. */
export type CheckoutDetails = Pick<OrderDetails, 'shippingAddress'> & {
  readonly name: string;
  readonly email: string;
  /** Of somebody without an account. */
  readonly guest?: { readonly locale: string } | undefined;
};

/** What Basket keeps of a checkout until its order is submitted. */
export interface KeptDetails {
  /**
   * Undefined where it is forgotten: the order was submitted before, or the account is deleted.
   *
   * @throws while Basket does not answer; nothing is known then
   */
  of(checkout: { orderId: string; buyerId: string }): Promise<CheckoutDetails | undefined>;
}
