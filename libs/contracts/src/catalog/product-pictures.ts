import { z } from 'zod';
import { printableLine } from '../shared/text.ts';

/** Widths of a picture in the shop; one that is smaller is left as it is. */
export const pictureWidths = [400, 800, 1600] as const;

/** A file of one of these types, by its content and not by its name. */
export const pictureUpload = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  maxBytes: 20_000_000,
} as const;

/** Query of `POST /api/v1/admin/catalog/products/{id}/media`. */
export const newPictureQuery = z.strictObject({ alt: printableLine(200) });
