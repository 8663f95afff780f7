import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the package that `from` lies in, for data files that are read from the sources and from the bundle
 * alike.
 *
 * @param from `import.meta.dirname` of the caller
 */
export const packageRoot = (from: string): string =>
  existsSync(join(from, 'package.json')) || dirname(from) === from ? from : packageRoot(dirname(from));
