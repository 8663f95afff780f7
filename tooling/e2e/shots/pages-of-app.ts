import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const app = join(import.meta.dirname, '../../../apps/storefront/src/app');

/** Every page of the storefront, such as `/basket` or `/products/[slug]`. */
export const pagesOfApp = async (): Promise<string[]> => {
  const pages: string[] = [];
  for await (const file of glob('**/page.tsx', { cwd: app })) {
    const folders = dirname(file)
      .split('/')
      .filter((folder) => folder !== '.' && !folder.startsWith('('));
    pages.push(`/${folders.join('/')}`);
  }
  return pages.toSorted();
};
