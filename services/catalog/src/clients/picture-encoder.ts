import { pictureWidths } from '@quayside/contracts';
import sharp, { type Metadata } from 'sharp';
import { PictureTooLarge, PictureUnfit } from '../domain/errors.ts';
import { imageHash } from '../usecases/image-hash.ts';
import type { EncodedPicture, PictureEncoder } from '../usecases/pictures.ts';
import { kindOfPicture } from './kind-of-picture.ts';

const usualWidth = 800;
const largest = 1600;
/** Read row by row, or shrunk while it is read: what it takes of memory does not grow with the picture. */
const maxPixelsInRows = 100_000_000;
/** Decoded as a whole: four bytes for each pixel. */
const maxPixelsAtOnce = 25_000_000;

// One at a time, and nothing of it is remembered: a picture now and then is not worth more of a shop's memory.
sharp.concurrency(1);
sharp.cache(false);

const isReadInRows = ({ format, isProgressive, orientation = 1 }: Metadata): boolean =>
  !isProgressive && (format === 'jpeg' || (format === 'png' && orientation === 1));

/** @throws {PictureUnfit | PictureTooLarge} from what its first bytes say */
const check = async (file: Buffer): Promise<void> => {
  if (!kindOfPicture(file)) throw new PictureUnfit('JPEG, PNG and WebP are taken, and it is none of them');
  const head = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new PictureUnfit('The picture is broken', { cause });
    });
  if ((head.pages ?? 1) > 1) throw new PictureUnfit('Pictures that move are not taken');
  const max = isReadInRows(head) ? maxPixelsInRows : maxPixelsAtOnce;
  if (head.width * head.height > max) throw new PictureTooLarge(head.width, head.height, max);
};

/** As large as the shop shows any picture, upright, in sRGB, without what a camera wrote into it. */
const decode = (file: Buffer) =>
  sharp(file, { limitInputPixels: maxPixelsInRows, sequentialRead: true, failOn: 'error' })
    .autoOrient()
    .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new PictureUnfit('The picture is broken', { cause });
    });

const encode = async (file: Buffer): Promise<EncodedPicture> => {
  await check(file);
  const { data, info } = await decode(file);
  const { width, height, channels } = info;
  const sizes: { width: number; content: Buffer }[] = [];
  for (const size of pictureWidths) {
    const content = await sharp(data, { raw: { width, height, channels } })
      .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
    sizes.push({ width: size, content });
  }
  const usual = sizes.find((one) => one.width === usualWidth)?.content as Buffer;
  return {
    hash: imageHash(usual),
    contentType: 'image/webp',
    usual,
    sizes,
  };
};

/** Makes pictures anew, one after the other. */
export const createPictureEncoder = (): PictureEncoder => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    encode: (file) => {
      const next = last.then(() => encode(file));
      last = next.catch(() => undefined);
      return next;
    },
  };
};
