import { etagOf } from '@quayside/contracts';
import { created, noContent, ok, type Api } from '@quayside/http';
import type { BrandStore } from '../usecases/brand-store.ts';
import { changeBrand, deleteBrand } from '../usecases/change-brand.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** Brands as staff see and change them. */
export const serveBrandAdministration = (api: Api, { brands }: { brands: BrandStore }): void =>
  api.serve(contract, {
    listAdminBrands: async ({ query }) => ok(await brands.list(query)),
    createBrand: async ({ body, principal }) => {
      const brand = await brands.add(body, actorOf(principal));
      return created(brand, `${contract.routes.createBrand.path}/${brand.id}`, {
        etag: etagOf(brand.version),
      });
    },
    getBrand: async ({ params: { id } }) => {
      const brand = await brands.find(id);
      return ok(brand, { etag: etagOf(brand.version) });
    },
    changeBrand: async ({ params: { id }, headers, body, principal }) => {
      const by = actorOf(principal);
      const brand = await changeBrand(brands, { id, expectedVersion: headers['if-match'], change: body, by });
      return ok(brand, { etag: etagOf(brand.version) });
    },
    deleteBrand: async ({ params: { id }, headers, principal }) => {
      await deleteBrand(brands, { id, expectedVersion: headers['if-match'], by: actorOf(principal) });
      return noContent();
    },
  });
