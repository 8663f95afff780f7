import {
  campaignList,
  checkoutScreen,
  homeScreen,
  productScreen,
  slug as slugSchema,
  type Basket,
  type CampaignList,
  type CatalogItem,
  type CheckoutScreen,
  type HomeScreen,
  type ItemPage,
  type ItemType,
  type Product,
  type ProductScreen,
} from '@quayside/contracts';
import { ok, ProblemError, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { z } from 'zod';
import type { Services } from '../downstream/services.ts';
import type { Identify } from '../session/identify.ts';

export interface ScreenOptions {
  services: Services;
  identify: Identify;
  paymentFormUrl: string;
  logger: Logger;
}

const items = '/api/v1/catalog/items';
const noStore = { 'cache-control': 'no-store' };
/** A side service gets less time than the page's main one: the page does not wait for it. */
const sideTimeoutMs = 800;

/** One answer per page. What a page can do without is left out when its service does not answer. */
export const mountScreens = (
  api: Api,
  { services, identify, paymentFormUrl, logger }: ScreenOptions,
): void => {
  const optional = async <T>(what: string, answer: Promise<T>): Promise<T | undefined> => {
    try {
      return await answer;
    } catch (error) {
      logger.warn({ err: error, part: what }, 'a screen goes out without a part');
      return undefined;
    }
  };
  const runningCampaigns = async () => {
    const answer = await optional(
      'campaigns',
      services<CampaignList>('marketing', '/api/v1/campaigns', { timeoutMs: sideTimeoutMs }),
    );
    return answer && { campaigns: campaignList.parse(answer).items };
  };

  api.route({
    method: 'get',
    path: '/api/v1/screens/home',
    summary: 'The home page in one read',
    tags: ['screens'],
    auth: 'none',
    responses: { 200: { description: 'types, featured and newest items, campaigns', schema: homeScreen } },
    handler: async () => {
      const [types, featured, newest, campaigns] = await Promise.all([
        services<{ items: ItemType[] }>('catalog', '/api/v1/catalog/types'),
        services<ItemPage>('catalog', `${items}?pageSize=8&inStock=true`),
        services<ItemPage>('catalog', `${items}?pageSize=4&inStock=true&sort=newest`),
        runningCampaigns(),
      ]);
      const body: HomeScreen = {
        types: types.items,
        featured: featured.items,
        newest: newest.items,
        ...campaigns,
      };
      return ok(body);
    },
  });

  const relatedTo = async ({ slug, categories }: Product): Promise<CatalogItem[]> => {
    const page = await services<ItemPage>('catalog', `${items}?type=${categories[0]?.slug}&pageSize=24`, {
      timeoutMs: sideTimeoutMs,
    });
    const others = new Map(page.items.filter((item) => item.slug !== slug).map((item) => [item.slug, item]));
    return [...others.values()].slice(0, 4);
  };

  api.route({
    method: 'get',
    path: '/api/v1/screens/product/:slug',
    summary: 'A product page in one read',
    tags: ['screens'],
    auth: 'none',
    params: z.strictObject({ slug: slugSchema }),
    responses: { 200: { description: 'the product, related items, campaigns', schema: productScreen } },
    handler: async ({ params }) => {
      const [product, campaigns] = await Promise.all([
        services<Product>('catalog', `/api/v1/catalog/products/${params.slug}`),
        runningCampaigns(),
      ]);
      const related = await optional('related', relatedTo(product));
      const body: ProductScreen = { product, ...(related && { related }), ...campaigns };
      return ok(body);
    },
  });

  api.route({
    method: 'get',
    path: '/api/v1/screens/checkout',
    summary: 'The checkout page in one read, for a signed-in shopper',
    tags: ['screens'],
    auth: 'none',
    responses: { 200: { description: 'basket, buyer, card form', schema: checkoutScreen } },
    handler: async ({ req, res }) => {
      const identity = await identify.user(req, res);
      if (!identity) throw new ProblemError({ status: 401, code: 'unauthenticated', title: 'Sign in first' });
      const { accessToken, user } = identity.session;
      const body: CheckoutScreen = {
        basket: await services<Basket>('basket', '/api/v1/basket', { token: accessToken }),
        user: { name: user.name, email: user.email },
        payment: { formUrl: paymentFormUrl },
      };
      return ok(body, noStore);
    },
  });
};
