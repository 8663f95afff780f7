/** What is taken in a region: rates in basis points by tax class, and that of shipping. A rate of 0 is no tax. */
export interface RegionTax {
  /** What the shopper reads, such as "VAT". */
  readonly name: string;
  readonly rates: Readonly<Record<string, number>>;
  readonly shippingRate: number;
}

export interface SoldToState {
  /** As in addresses: `NY`. */
  readonly code: string;
  readonly name: string;
  /** Taken beside that of the country. */
  readonly tax: RegionTax;
}

/** A country that is sold to. One with `states` takes an address in none but them. */
export interface SoldTo {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** What may be paid in; the first is the usual one. */
  readonly currencies: readonly string[];
  /** Whether prices are shown with the tax in them; else it is added. */
  readonly taxIncluded: boolean;
  readonly tax: RegionTax;
  readonly states?: readonly SoldToState[] | undefined;
}

/** From a figure up to, and not including, another; the last one has no end. The price is in minor units. */
export interface ShippingTier {
  readonly from: number;
  readonly below?: number | undefined;
  readonly price: number;
}

/** What a method costs in a currency: the price by the total of the goods, and a surcharge by their weight in grams. */
export interface ShippingRate {
  readonly currency: string;
  readonly byTotal: readonly ShippingTier[];
  readonly byWeight?: readonly ShippingTier[] | undefined;
}

export interface ShippingMethod {
  readonly method: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Working days from order to door. */
  readonly promisedDays: { readonly min: number; readonly max: number };
  readonly rates: readonly ShippingRate[];
}

export interface ShippingZone {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  /** The first is taken where the shopper has not chosen. */
  readonly methods: readonly ShippingMethod[];
}

/** Who is sold to, in which currencies, at which taxes and shipping prices. */
export interface SalesSettings {
  /** Where a shopper is taken to be who has not said. */
  readonly defaultCountry: string;
  /** The first is that of products which name none. */
  readonly taxClasses: readonly string[];
  readonly countries: readonly SoldTo[];
  readonly shippingZones: readonly ShippingZone[];
}
