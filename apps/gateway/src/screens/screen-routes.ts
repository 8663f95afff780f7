import {
  gatewayApi,
  type Product,
  type ProductCard,
  type ProductScreen,
  type QuestionPage,
  type ReviewPage,
} from '@quayside/contracts';
import { ok, ProblemError, type Answer, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { staleHeaders, type LastAnswers } from '../downstream/last-answers.ts';
import type { Services } from '../downstream/services.ts';
import type { Identify } from '../session/identify.ts';

export interface ScreenOptions {
  services: Services;
  lastAnswers: LastAnswers;
  identify: Pick<Identify, 'visitor' | 'token'>;
  paymentFormUrl: string;
  logger: Logger;
}

/** In a language, with prices in a currency. */
interface Shown {
  language?: string | undefined;
  currency?: string | undefined;
}

const json = 'application/json; charset=utf-8';
const keyOf = ({ language = '', currency = '' }: Shown): string => `${language} ${currency}`;
const noStore = { 'cache-control': 'no-store' };
/** A side service gets less time than the page's main one: the page does not wait for it. */
const aside = { timeoutMs: 800 };

/** People may ask to be forgotten, so what they wrote below their names is not kept. */
const withoutPeople = <T extends Pick<ProductScreen, 'reviews' | 'questions'>>({
  reviews: _written,
  questions: _asked,
  ...rest
}: T) => rest;

/** One answer per page. What a page can do without is left out when its service does not answer. */
export const serveScreens = (
  api: Api,
  { services, lastAnswers, identify, paymentFormUrl, logger }: ScreenOptions,
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
    const answer = await optional('campaigns', services('marketing', 'listCampaigns', {}, aside));
    return answer && { campaigns: answer.items };
  };
  const relatedTo = async ({ slug, categories }: Product, shown: Shown): Promise<ProductCard[]> => {
    const query = { category: categories[0]?.slug, pageSize: 5, ...shown };
    const page = await services('catalog', 'listProducts', { query }, aside);
    return page.items.filter((other) => other.slug !== slug).slice(0, 4);
  };

  const boughtWith = async (slug: string, query: Shown): Promise<ProductCard[]> => {
    const asked = services('catalog', 'listBoughtTogether', { params: { slug }, query }, aside);
    return (await optional('bought together', asked))?.items ?? [];
  };

  const reviewsOf = async (slug: string): Promise<{ reviews?: ReviewPage }> => {
    const query = { pageSize: 5 };
    const reviews = await optional(
      'reviews',
      services('catalog', 'listReviews', { params: { slug }, query }, aside),
    );
    return reviews ? { reviews } : {};
  };

  const questionsOn = async (slug: string): Promise<{ questions?: QuestionPage }> => {
    const query = { pageSize: 5 };
    const questions = await optional(
      'questions',
      services('catalog', 'listQuestions', { params: { slug }, query }, aside),
    );
    return questions ? { questions } : {};
  };

  const basketOf = async (token: Promise<string | undefined>) => {
    const bearer = await token;
    if (bearer === undefined) return undefined;
    const authorization = `Bearer ${bearer}`;
    return services('basket', 'getBasket', {}, { ...aside, authorization });
  };

  const wishesOf = async (token: Promise<string | undefined>) => {
    const bearer = await token;
    if (bearer === undefined) return undefined;
    const authorization = `Bearer ${bearer}`;
    return services('basket', 'readWishedItems', {}, { ...aside, authorization });
  };

  /** What a screen showed last, as much of it as may be kept, where what it needs does not answer; it says so itself. */
  const orLast = async <T extends object>(
    key: string,
    make: () => Promise<T>,
    mayBeKept: (body: T) => object = (body) => body,
  ): Promise<Answer> => {
    try {
      const body = await make();
      if (lastAnswers.isDue(key)) {
        lastAnswers.keep(key, { body: Buffer.from(JSON.stringify(mayBeKept(body))), contentType: json });
      }
      return ok(body);
    } catch (error) {
      const isAway = error instanceof ProblemError && error.options.status === 503;
      const last = isAway ? lastAnswers.find(key) : undefined;
      if (!last) throw error;
      return ok(last.body, { 'content-type': last.contentType, ...staleHeaders(last, 'catalog') });
    }
  };

  api.serve(gatewayApi, {
    getFrame: async ({ req, res }) => {
      const visitor = await identify.visitor(req, res);
      if (!visitor) return ok({}, noStore);
      const { user, basketToken } = visitor;
      const [basket, wished] = await Promise.all([
        optional('basket', basketOf(basketToken)),
        optional('wishlist', wishesOf(basketToken)),
      ]);
      return ok(
        { ...(user && { user }), ...(basket && { basket }), ...(wished && { wishes: wished.items }) },
        noStore,
      );
    },
    getHomeScreen: ({ query }) =>
      orLast(`screen home ${keyOf(query)}`, async () => {
        const [types, featured, newest, campaigns] = await Promise.all([
          services('catalog', 'listTypes', { query: { language: query.language } }),
          services('catalog', 'listProducts', { query: { pageSize: 8, inStock: 'true', ...query } }),
          services('catalog', 'listProducts', {
            query: { pageSize: 4, inStock: 'true', sort: 'newest', ...query },
          }),
          runningCampaigns(),
        ]);
        return { types: types.items, featured: featured.items, newest: newest.items, ...campaigns };
      }),
    getProductScreen: ({ params, query }) =>
      orLast(
        `screen product ${keyOf(query)} ${params.slug}`,
        async () => {
          const [product, campaigns, reviews, questions, together] = await Promise.all([
            services('catalog', 'findProduct', { params, query: { language: query.language } }),
            runningCampaigns(),
            reviewsOf(params.slug),
            questionsOn(params.slug),
            boughtWith(params.slug, query),
          ]);
          const related = await optional('related', relatedTo(product, query));
          const shown = new Set(together.map(({ id }) => id));
          const others = related?.filter(({ id }) => !shown.has(id));
          return {
            ...{ product, ...(others && { related: others }), ...campaigns, ...reviews, ...questions },
            ...(together.length > 0 && { together }),
          };
        },
        withoutPeople,
      ),
    getCheckoutScreen: async ({ req, res }) => {
      const [visitor, token] = [await identify.visitor(req, res), await identify.token(req, res, 'shopper')];
      const basket = await services('basket', 'getBasket', {}, { authorization: `Bearer ${token}` });
      const { user } = visitor ?? {};
      return ok(
        {
          basket,
          ...(user && { user: { name: user.name, email: user.email } }),
          payment: { formUrl: paymentFormUrl },
        },
        noStore,
      );
    },
  });
};
