import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EncodedPicture, PictureStore } from '../src/usecases/pictures.ts';

let count = 0;

/** A picture that is no other, in two widths. */
export const aPicture = (): EncodedPicture => {
  count += 1;
  const content = (size: string) => Buffer.from(`picture ${count} ${size} \u0000\u00ff`, 'latin1');
  return {
    hash: count.toString(16).padStart(16, '0'),
    contentType: 'image/webp',
    usual: content('usual'),
    sizes: [
      { width: 400, content: content('400') },
      { width: 1600, content: content('1600') },
    ],
  };
};

/** What every store of pictures does, wherever it keeps them. */
export const pictureStoreConformance = (name: string, open: () => PictureStore): void => {
  describe(`pictures ${name}`, () => {
    let store: PictureStore;
    beforeAll(() => {
      store = open();
    });

    test('are found as they were kept, in each width', async () => {
      const picture = aPicture();
      await store.keep(picture);
      const { contentType } = picture;
      expect(await store.find(picture.hash)).toEqual({ contentType, content: picture.usual });
      for (const { width, content } of picture.sizes)
        expect(await store.find(picture.hash, width)).toEqual({ contentType, content });
    });

    test('are found as usual where there is none of a width', async () => {
      const picture = aPicture();
      await store.keep({ ...picture, sizes: [] });
      expect((await store.find(picture.hash, 800))?.content).toEqual(picture.usual);
    });

    test('are not found under a name that nobody gave', async () => {
      expect(await store.find('ffffffffffffffff')).toBeUndefined();
      expect(await store.find('ffffffffffffffff', 400)).toBeUndefined();
    });

    test('are kept once, also by many at once, and left as they are', async () => {
      const picture = aPicture();
      await Promise.all([1, 2, 3, 4].map(() => store.keep(picture)));
      await store.keep({ ...picture, usual: Buffer.from('another one') });
      expect((await store.find(picture.hash))?.content).toEqual(picture.usual);
    });

    test('may be as large as a picture is', async () => {
      const picture = { ...aPicture(), usual: Buffer.alloc(2_000_000, 'quay') };
      await store.keep(picture);
      expect((await store.find(picture.hash))?.content.equals(picture.usual)).toBe(true);
    });
  });
};
