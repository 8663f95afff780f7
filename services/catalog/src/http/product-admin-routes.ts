import { etagOf } from '@quayside/contracts';
import { created, ok, type Api } from '@quayside/http';
import type { SeenProduct } from '../domain/full-product/seen.ts';
import { changeProduct, setProductStatus } from '../usecases/change-product.ts';
import { addPicture, type PictureEncoder, type PictureStore } from '../usecases/pictures.ts';
import type { ProductStore } from '../usecases/product-store.ts';
import type { PriceHistory } from '../usecases/price-history.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

const asItIs = (product: SeenProduct) => ok(product, { etag: etagOf(product.version) });

/** Products as staff see and change them. */
export const serveProductAdministration = (
  api: Api,
  {
    products,
    prices,
    ...kept
  }: { products: ProductStore; prices: PriceHistory; pictures: PictureStore; encoder: PictureEncoder },
): void =>
  api.serve(contract, {
    listAdminProducts: async ({ query }) => ok(await products.list(query)),
    listAttributes: async () => ok({ items: await products.attributes() }),
    createProduct: async ({ body, principal }) => {
      const product = await products.add(body, actorOf(principal));
      return created(product, `${contract.routes.createProduct.path}/${product.id}`, {
        etag: etagOf(product.version),
      });
    },
    listPriceChanges: async ({ params: { id }, query }) => ok(await prices.changes(id, query)),
    getAdminProduct: async ({ params: { id } }) => asItIs(await products.find(id)),
    changeProduct: async ({ params: { id }, headers, body, principal }) => {
      const on = { id, expectedVersion: headers['if-match'], by: actorOf(principal) };
      return asItIs(await changeProduct(products, { ...on, change: body }));
    },
    addPicture: async ({ params: { id }, query: { alt }, upload, principal }) =>
      asItIs(await addPicture({ products, ...kept }, { id, alt, file: upload, by: actorOf(principal) })),
    changeProductStatus: async ({ params: { id }, headers, body, principal }) => {
      const on = { id, expectedVersion: headers['if-match'], by: actorOf(principal) };
      return asItIs(await setProductStatus(products, { ...on, status: body.status }));
    },
  });
