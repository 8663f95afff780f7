import type { AdminProduct } from '@quayside/contracts';
import { useState } from 'react';
import { uploadPicture } from '../../../../api/browser/upload-picture.ts';

export interface Upload {
  readonly key: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly part: number;
  readonly trouble?: string;
}

/** What a picture shows, as far as the name of its file says. */
const altOf = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[\p{Cc}_-]+/gu, ' ')
    .trim()
    .slice(0, 200) || 'Picture';

const maxBytes = 20_000_000;

/** Files on their way, one after the other, so that they come in their order. */
export const useUploads = (productId: number, onAdded: (product: AdminProduct) => void) => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (key: string, next: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));

  const send = async (key: string, file: File): Promise<AdminProduct | undefined> => {
    if (file.size > maxBytes) {
      change(key, { trouble: 'It is larger than 20 MB' });
      return undefined;
    }
    const result = await uploadPicture(productId, file, {
      alt: altOf(file.name),
      onProgress: (part) => change(key, { part }),
    });
    if (result.ok) {
      setUploads((all) => all.filter((one) => one.key !== key));
      return result.data;
    }
    change(key, { trouble: result.problem.detail ?? result.problem.title });
    return undefined;
  };

  return {
    uploads,
    add: async (files: readonly File[]): Promise<void> => {
      const keyed = files.map((file) => ({ key: crypto.randomUUID(), file }));
      setUploads((all) => [
        ...all.filter(({ trouble }) => trouble === undefined),
        ...keyed.map(({ key, file }) => ({ key, name: file.name, part: 0 })),
      ]);
      let last: AdminProduct | undefined;
      for (const { key, file } of keyed) last = (await send(key, file)) ?? last;
      if (last) onAdded(last);
    },
  };
};
