import type { SeenProduct } from '../domain/full-product/seen.ts';
import type { Actor } from './actor.ts';
import type { ProductStore } from './product-store.ts';

/** A picture as the shop shows it: WebP in several widths, the name of its content, and nothing else of the file. */
export interface EncodedPicture {
  readonly hash: string;
  readonly contentType: string;
  /** For whoever asks for no width. */
  readonly usual: Buffer;
  readonly sizes: readonly { readonly width: number; readonly content: Buffer }[];
}

export interface PictureEncoder {
  /** @throws {PictureUnfit | PictureTooLarge} before it is decoded, where its head says so already */
  encode(file: Buffer): Promise<EncodedPicture>;
}

/** Where pictures are kept, by the names of their contents. */
export interface PictureStore {
  /** One that is there already is left as it is. @throws {CatalogUnavailable} */
  keep(picture: EncodedPicture): Promise<void>;
  /** In a width, or as usual where there is none of that width. @throws {CatalogUnavailable} */
  find(hash: string, width?: number): Promise<KeptPicture | undefined>;
}

export interface KeptPicture {
  readonly contentType: string;
  readonly content: Buffer;
}

/** Where contents are kept outside of the database, by keys. @throws {CatalogUnavailable} */
export interface PictureFiles {
  put(key: string, content: Buffer, contentType: string): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
}

export interface AddPicture {
  readonly id: number;
  readonly alt: string;
  readonly file: Buffer;
  readonly by: Actor;
}

/** Kept first: a picture that no product shows does no harm. */
export const addPicture = async (
  {
    products,
    pictures,
    encoder,
  }: { products: ProductStore; pictures: PictureStore; encoder: PictureEncoder },
  { id, alt, file, by }: AddPicture,
): Promise<SeenProduct> => {
  await products.find(id);
  const picture = await encoder.encode(file);
  await pictures.keep(picture);
  return products.addMedia(id, by, { hash: picture.hash, alt });
};
