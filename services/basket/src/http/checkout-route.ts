import { basketApi, type CheckoutRequest } from '@quayside/contracts';
import { accepted, fingerprint, ownerIdOf, type Api, type Principal } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { ContactMissing } from '../domain/errors.ts';
import type { CheckOutBasket } from '../usecases/check-out-basket.ts';
import { ownerOf } from './owner-of.ts';

interface Dependencies {
  checkOutBasket: CheckOutBasket;
  logger: Logger;
}

const usualLocale = 'en';

/** Whoever is signed in is who their account says; a guest is whom the parcel goes to, and where they say. */
const buyerOf = (principal: Principal, { contact, shippingAddress }: CheckoutRequest) => {
  const { kind, name, email } = principal;
  const id = ownerIdOf(principal);
  if (kind !== 'guest') return { id, name, email };
  if (!contact) throw new ContactMissing();
  const guest = { locale: contact.locale ?? usualLocale };
  return { id, name: shippingAddress.name, email: contact.email, guest };
};

/**
 * Checkout. A repeat of the same request under the same `Idempotency-Key` answers the same order, also while the
 * first is still under way, so there is no "in progress" to report.
 */
export const serveCheckout = (api: Api, { checkOutBasket, logger }: Dependencies): void =>
  api.serve(basketApi, {
    checkOut: async ({ principal, headers, body }) => {
      const key = { key: headers['idempotency-key'], fingerprint: fingerprint(body) };
      const { contact: _, ...asked } = body;
      const command = { buyer: buyerOf(principal, body), ...asked };
      const { orderId, repeated } = await checkOutBasket(ownerOf(principal), key, command);
      logger.info({ orderId, repeated }, repeated ? 'checkout repeated' : 'basket checked out');
      return accepted({ orderId }, `/api/v1/orders/${orderId}`);
    },
  });
