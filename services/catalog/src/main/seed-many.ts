import { runJob } from '@quayside/chassis';
import { postgresJob } from '@quayside/postgres';
import { manyProduct, type Template } from '../../seed/many-products.ts';
import { announce as tell } from '../messages/announce.ts';
import { addBrands } from '../store/add-brands.ts';
import { addManyProducts } from '../store/add-many-products.ts';
import { seedManyConfig } from './config.ts';
import { loadDemoCatalog } from './demo-catalog.ts';
import { tellOtherNames } from '../store/tell-other-names.ts';

const announce = tellOtherNames(tell);

const names = [
  'Aalbeck',
  'Norrsund',
  'Tidewater',
  'Halyard',
  'Marlin',
  'Skagen',
  'Ebbe',
  'Fathom',
  'Pelorus',
  'Lodestar',
];
const kinds = [
  '& Sons',
  'Works',
  'Supply',
  'Marine',
  'Outfitters',
  'Trading',
  'Nord',
  'Vest',
  'Guild',
  'Loft',
];

/** Puts many more products, three variants each, into a catalog that has the demo shop: `npx pnpm seed`. */
runJob(
  postgresJob({
    name: 'catalog-seed-many',
    config: seedManyConfig,
    run: async ({ config: { PRODUCTS: count }, pool, logger }) => {
      const brandIds = await addBrands(
        pool,
        names.flatMap((name) => kinds.map((kind) => `${name} ${kind}`)),
      );
      const templates: readonly Template[] = (await loadDemoCatalog()).products;
      await addManyProducts(pool, {
        count,
        announce,
        make: (number, ids) => manyProduct(number, { templates, brandIds, ...ids }),
        onProgress: (added) => {
          if (added % 5_000 === 0 || added === count) logger.info({ added, of: count }, 'products are there');
        },
      });
    },
  }),
);
