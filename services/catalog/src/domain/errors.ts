/** A business rule said no. `code` is stable; the HTTP edge maps it to a status. */
export abstract class CatalogError extends Error {
  abstract readonly code: string;
}

export class ItemNotFound extends CatalogError {
  readonly code = 'item-not-found' as const;
  constructor(idOrSlug: number | string) {
    super(`There is no item ${idOrSlug}`);
  }
}

export class PictureNotFound extends CatalogError {
  readonly code = 'picture-not-found' as const;
  constructor(which: string) {
    super(`There is no picture ${which}`);
  }
}

/** Somebody else changed it after the caller read it. */
export class StaleVersion extends CatalogError {
  readonly code = 'stale-version' as const;
  readonly extra: { readonly current?: object };

  /** @param current what it is now, so that the caller can see what changed. */
  constructor(current?: object) {
    super('Read it again and repeat the change if it still makes sense');
    this.extra = current ? { current } : {};
  }
}

export class SlugTaken extends CatalogError {
  readonly code = 'slug-taken' as const;
  constructor(slug: string) {
    super(`Something else has the slug ${slug}`);
  }
}

export class CategoryNotFound extends CatalogError {
  readonly code = 'category-not-found' as const;
  constructor(id: number) {
    super(`There is no category ${id}`);
  }
}

/** What it should be put into is not there. */
export class ParentNotFound extends CatalogError {
  readonly code = 'parent-not-found' as const;
  constructor(id: number) {
    super(`There is no category ${id} to put it in`);
  }
}

export class CategoryInUse extends CatalogError {
  readonly code = 'category-in-use' as const;
  constructor(name: string) {
    super(`Products or other categories are in ${name}: put them elsewhere first`);
  }
}

export class CategoryCycle extends CatalogError {
  readonly code = 'category-cycle' as const;
  constructor() {
    super('A category cannot be put into itself, nor into one that is in it');
  }
}

export class BrandNotFound extends CatalogError {
  readonly code = 'brand-not-found' as const;
  constructor(id: number) {
    super(`There is no brand ${id}`);
  }
}

export class BrandInUse extends CatalogError {
  readonly code = 'brand-in-use' as const;
  constructor(name: string) {
    super(`Products are of the brand ${name}: give them another first`);
  }
}

export class CurrencyUnknown extends CatalogError {
  readonly code = 'currency-unknown' as const;
  constructor(currency: string) {
    super(`There is no currency ${currency}`);
  }
}

/** It has no price in that currency which could be another. */
export class CurrencyNotSold extends CatalogError {
  readonly code = 'currency-not-sold' as const;
  constructor(currency: string) {
    super(`The item is not sold in ${currency}`);
  }
}

export class ProductNotFound extends CatalogError {
  readonly code = 'product-not-found' as const;
  constructor(slug: string) {
    super(`There is no product ${slug}`);
  }
}

/** The adjustment would take units that orders have reserved, or more than there are. */
export class StockBelowReserved extends CatalogError {
  readonly code = 'stock-below-reserved' as const;
  constructor(available: number) {
    super(`Only ${available} can be taken away; the rest is reserved for orders`);
  }
}

export class StockTooLarge extends CatalogError {
  readonly code = 'stock-too-large' as const;
  constructor(max: number) {
    super(`The ledger counts up to ${max} units`);
  }
}

/** An order was paid without holding a reservation: someone must look at it. */
export class NothingReserved extends CatalogError {
  readonly code = 'nothing-reserved' as const;
  constructor() {
    super('The order holds no reservation that could become a sale');
  }
}

export class UnitsNotSold extends CatalogError {
  readonly code = 'units-not-sold' as const;
  constructor() {
    super('More units came back than the order was sold');
  }
}

/**
 * The database did not answer; whether a change was made is unknown. Nothing is said of repeating it: a stock
 * adjustment made twice counts twice.
 */
export class CatalogUnavailable extends CatalogError {
  readonly code = 'catalog-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('The catalog is out of reach right now', options);
  }
}

export class BrandUnknown extends CatalogError {
  readonly code = 'brand-unknown' as const;
  constructor(id: number) {
    super(`There is no brand ${id} that a product could be of`);
  }
}

export class CategoryUnknown extends CatalogError {
  readonly code = 'category-unknown' as const;
  constructor(id: number) {
    super(`There is no category ${id} to put a product in`);
  }
}

export class AttributeUnfit extends CatalogError {
  readonly code = 'attribute-unfit' as const;
  constructor(attribute: string, how: string) {
    super(`The attribute ${attribute} ${how}`);
  }
}

export class OptionsUnfit extends CatalogError {
  readonly code = 'options-unfit' as const;
}

export class VariantUnknown extends CatalogError {
  readonly code = 'variant-unknown' as const;
  constructor(itemId: number) {
    super(`The product has no variant ${itemId}`);
  }
}

/** Orders and the journal of stock name it. */
export class VariantInUse extends CatalogError {
  readonly code = 'variant-in-use' as const;
  constructor(sku: string) {
    super(`${sku} had stock or was ordered: switch it off instead`);
  }
}

export class MediaUnknown extends CatalogError {
  readonly code = 'media-unknown' as const;
  constructor(id: number) {
    super(`The product has no picture ${id}`);
  }
}

export class PriceNeeded extends CatalogError {
  readonly code = 'price-needed' as const;
  constructor(sku: string, currency: string) {
    super(`${sku} keeps a price in ${currency}: switch it off to stop selling it`);
  }
}

export class SkuTaken extends CatalogError {
  readonly code = 'sku-taken' as const;
}

export class BarcodeTaken extends CatalogError {
  readonly code = 'barcode-taken' as const;
}

export class ProductNotDraft extends CatalogError {
  readonly code = 'product-not-draft' as const;
  constructor(status: string) {
    super(`It is ${status}: only a draft can be published later`);
  }
}

export class ProductNotSellable extends CatalogError {
  readonly code = 'product-not-sellable' as const;
  readonly extra: { readonly obstacles: readonly object[] };
  constructor(obstacles: readonly { readonly code: string }[]) {
    super(`It cannot be sold as it is: ${obstacles.map(({ code }) => code).join(', ')}`);
    this.extra = { obstacles };
  }
}

/** By its content it is none of the kinds that are taken, or it is broken. */
export class PictureUnfit extends CatalogError {
  readonly code = 'picture-unfit' as const;
}

export class PictureTooLarge extends CatalogError {
  readonly code = 'picture-too-large' as const;
  constructor(width: number, height: number, maxPixels: number) {
    super(`${width} by ${height} pixels are more than ${maxPixels / 1_000_000} million`);
  }
}

export class TooManyPictures extends CatalogError {
  readonly code = 'too-many-pictures' as const;
  constructor(max: number) {
    super(`A product has ${max} pictures at most`);
  }
}

export class JobNotFound extends CatalogError {
  readonly code = 'job-not-found' as const;
  constructor(id: string) {
    super(`There is no job ${id}`);
  }
}

export class JobRunning extends CatalogError {
  readonly code = 'job-running' as const;
  constructor() {
    super('It can be undone when it is done');
  }
}

export class JobNotUndoable extends CatalogError {
  readonly code = 'job-not-undoable' as const;
  constructor() {
    super('It changed nothing that could be taken back');
  }
}

export class PriceNotPositive extends CatalogError {
  readonly code = 'price-not-positive' as const;
  constructor(sku: string) {
    super(`${sku} would cost nothing or less`);
  }
}

export class ChangedSince extends CatalogError {
  readonly code = 'changed-since' as const;
  constructor(name: string) {
    super(`${name} was changed since: it stays as it is`);
  }
}

export class SkusUnknown extends CatalogError {
  readonly code = 'skus-unknown' as const;
  readonly extra: { readonly skus: readonly string[] };
  constructor(skus: readonly string[]) {
    super(
      `There is no ${skus.slice(0, 5).join(', ')}${skus.length > 5 ? ` and ${skus.length - 5} more` : ''}`,
    );
    this.extra = { skus };
  }
}

export class DeliveryKnown extends CatalogError {
  readonly code = 'delivery-known' as const;
  constructor(reference: string) {
    super(`${reference} is booked already`);
  }
}
