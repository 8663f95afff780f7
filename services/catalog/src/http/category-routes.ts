import { etagOf } from '@quayside/contracts';
import { created, noContent, ok, type Api } from '@quayside/http';
import type { CategoryStore } from '../usecases/category-store.ts';
import { changeCategory, deleteCategory, moveCategory } from '../usecases/change-category.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** The tree of categories as staff see, change and order it. */
export const serveCategoryAdministration = (api: Api, { categories }: { categories: CategoryStore }): void =>
  api.serve(contract, {
    listAdminCategories: async () => ok({ items: await categories.tree() }),
    createCategory: async ({ body, principal }) => {
      const category = await categories.add(body, actorOf(principal));
      const location = `${contract.routes.createCategory.path}/${category.id}`;
      return created(category, location, { etag: etagOf(category.version) });
    },
    getCategory: async ({ params: { id } }) => {
      const category = await categories.find(id);
      return ok(category, { etag: etagOf(category.version) });
    },
    changeCategory: async ({ params: { id }, headers, body, principal }) => {
      const on = { id, expectedVersion: headers['if-match'], by: actorOf(principal) };
      const category = await changeCategory(categories, { ...on, change: body });
      return ok(category, { etag: etagOf(category.version) });
    },
    moveCategory: async ({ params: { id }, headers, body, principal }) => {
      const on = { id, expectedVersion: headers['if-match'], by: actorOf(principal) };
      const category = await moveCategory(categories, { ...on, to: body });
      return ok(category, { etag: etagOf(category.version) });
    },
    deleteCategory: async ({ params: { id }, headers, principal }) => {
      await deleteCategory(categories, { id, expectedVersion: headers['if-match'], by: actorOf(principal) });
      return noContent();
    },
  });
