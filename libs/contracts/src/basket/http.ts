import { z } from 'zod';
import { address, writtenAddress } from '../shared/address.ts';
import { guestContact } from '../shared/contact.ts';
import { couponCode } from '../shared/coupon-code.ts';
import { isCountry } from '../shared/country.ts';
import { itemId, orderId, userId } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { maxLines, maxQuantity } from './limits.ts';
import { priceBreakdown, totals } from '../shared/price-breakdown.ts';
import { paymentToken } from '../shared/payment-token.ts';

export const basketLine = z.object({
  itemId,
  slug: z.string(),
  slugs: otherNames.optional(),
  name: z.string(),
  names: otherNames.optional(),
  unitPrice: money,
  /** The price the shopper last saw, present while it differs from `unitPrice`. */
  previousUnitPrice: money.optional(),
  quantity: z.int(),
  pictureUrl: z.string(),
  /** False when the item is gone, inactive, or has less stock than `quantity`. */
  available: z.boolean(),
  availableStock: z.int(),
});
export type BasketLine = z.infer<typeof basketLine>;

/** By what a basket is priced: what the shopper chose, else what is usual. */
export const basketTerms = z
  .object({
    /** ISO 3166-1 alpha-2. */
    country: z.string(),
    state: z.string().optional(),
    currency,
    /** What may be paid in there. */
    currencies: z.array(currency),
    /** Whether prices are shown with the tax in them. */
    taxIncluded: z.boolean(),
    shippingMethod: z.string(),
    /** The ways the basket could be sent; taxes that are added are not in the price. */
    shippingMethods: z.array(
      z.object({
        method: z.string(),
        name: z.string(),
        names: otherNames.optional(),
        price: money,
        promisedDays: z.object({ min: z.int(), max: z.int() }),
      }),
    ),
  })
  .meta({ id: 'BasketTerms' });
export type BasketTerms = z.infer<typeof basketTerms>;

/**
 * `applied`: its discount is in `totals`. `less`: a campaign for everybody takes more off, and only one of both counts.
 * `elsewhere`: nothing in the basket is what it is for. `over`: its time is up.
 */
export const basketCoupon = z
  .object({
    code: z.string(),
    /** `used-up`: as often as it may be; `account`: it is for those who have one. */
    state: z.enum(['applied', 'less', 'elsewhere', 'used-up', 'account', 'over']),
    /** Absent where it is over. */
    name: z.string().optional(),
    names: otherNames.optional(),
    discountPercent: z.int().optional(),
  })
  .meta({ id: 'BasketCoupon' });

export const basket = z
  .object({
    items: z.array(basketLine),
    /** Those of `price`. */
    totals,
    price: priceBreakdown,
    terms: basketTerms,
    /** Counts the basket's own changes, so that a page can tell a notice of its own change from another's. */
    version: z.int().min(0).optional(),
    /** The running campaign whose discount is in `totals`, if any. */
    campaign: z.object({ id: z.string(), name: z.string(), discountPercent: z.int() }).optional(),
    /** The code that was typed, and what becomes of it. */
    coupon: basketCoupon.optional(),
  })
  .meta({ id: 'Basket' });
export type Basket = z.infer<typeof basket>;

/** Body of `PUT /api/v1/basket/items/{itemId}`: the wanted quantity, not a difference. */
export const setQuantity = z
  .strictObject({
    quantity: z.int().min(1).max(maxQuantity),
    /** Of the price that was seen; another than the basket's is refused. */
    currency: currency.optional(),
  })
  .meta({ id: 'SetQuantity' });

/** Body of `PUT /api/v1/basket/coupon`. */
export const useCoupon = z.strictObject({ code: couponCode }).meta({ id: 'UseCoupon' });

/** Body of `POST /api/v1/basket/items`: how many more of it. */
export const addItem = setQuantity
  .extend({
    itemId,
    /** Where the shopper seems to be (ISO 3166-1 alpha-2): where the basket goes as long as nobody chose. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  })
  .meta({ id: 'AddItem' });

const stateName = z.string().trim().min(1).max(120);

/** Body of `PUT /api/v1/basket/terms`: all that is chosen; what is left out is the usual. */
export const chooseTerms = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** By its code or its name. */
    state: stateName.optional(),
    currency: currency.optional(),
    shippingMethod: z.string().min(1).max(40).optional(),
  })
  .meta({ id: 'ChooseTerms' });
export type ChooseTerms = z.infer<typeof chooseTerms>;

/** Answer of `GET /api/v1/sales-regions`: whom the shop sells to. A country with states takes an address in one of them. */
export const salesRegions = z
  .object({
    defaultCountry: z.string(),
    countries: z.array(
      z.object({
        country: z.string(),
        /** The first is the usual one. */
        currencies: z.array(currency),
        taxIncluded: z.boolean(),
        states: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
      }),
    ),
  })
  .meta({ id: 'SalesRegions' });
export type SalesRegions = z.infer<typeof salesRegions>;

/** Where an order is to go. */
export const checkoutAddress = writtenAddress.refine(({ country }) => isCountry(country), {
  path: ['country'],
  error: 'There is no such country',
});

/**
 * Body of `POST /api/v1/basket/checkout`. `acceptedTotal` is the total the shopper was shown; if the server's
 * own differs, the answer is 409 `price-changed`. Sending it again with the new total is the fresh confirmation.
 * `acceptedLines` is what the shopper was shown, line by line: another basket of the same total is 409 `basket-changed`.
 */
export const checkoutRequest = z
  .strictObject({
    shippingAddress: checkoutAddress,
    paymentToken,
    /** Of a guest, who cannot order without; whoever is signed in is written to as their account says. */
    contact: guestContact.optional(),
    acceptedTotal: z.strictObject(money.shape).optional(),
    acceptedLines: z
      .array(z.strictObject({ itemId, quantity: z.int().min(1).max(maxQuantity) }))
      .max(maxLines)
      .optional(),
  })
  .meta({ id: 'CheckoutRequest' });
export type CheckoutRequest = z.infer<typeof checkoutRequest>;

export const checkoutAnswer = z.object({ orderId }).meta({ id: 'CheckoutAnswer' });
export type CheckoutAnswer = z.infer<typeof checkoutAnswer>;

/** Body of `POST /internal/v1/checkouts/details`. */
export const checkoutsAsked = z
  .strictObject({
    checkouts: z
      .array(z.strictObject({ orderId, buyerId: userId }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'CheckoutsAsked' });

/** What a checkout says of a person: no event does. As wide as it was sent: a reader leaves out what it does not know. */
export const checkoutDetails = z
  .object({
    orderId,
    name: z.string(),
    email: z.string(),
    shippingAddress: z.object(address.shape),
    /** Of a guest: the language to write to them in. */
    guest: z.object({ locale: z.string() }).optional(),
  })
  .meta({ id: 'CheckoutDetails' });
export type CheckoutDetails = z.infer<typeof checkoutDetails>;

/**
 * `data` of the `basket-changed` events of `GET /api/v1/basket/events` (Server-Sent Events): read the basket again.
 * `basket`: its lines changed, to `version`. `item`: an item in it has another price or availability. `campaign`:
 * a campaign changed. `settings`: taxes, shipping or currencies changed. `missed`: notices may have been lost.
 */
export const basketChangedNotice = z
  .discriminatedUnion('reason', [
    z.object({ reason: z.literal('basket'), version: z.int() }),
    z.object({ reason: z.literal('item'), itemId }),
    z.object({ reason: z.literal('campaign') }),
    z.object({ reason: z.literal('settings') }),
    z.object({ reason: z.literal('missed') }),
  ])
  .meta({ id: 'BasketChangedNotice' });
export type BasketChangedNotice = z.infer<typeof basketChangedNotice>;
