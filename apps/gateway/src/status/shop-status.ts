import type { ShopPartName, ShopState, ShopStatus } from '@quayside/contracts';

/** Which of what stands behind the shop does not answer. */
export type Out = Readonly<
  Record<'storefront' | 'catalog' | 'basket' | 'ordering' | 'identity' | 'sessions', boolean>
>;

interface Part {
  readonly title: string;
  /** The first that fits is what is told. */
  readonly when: readonly { readonly out: readonly (keyof Out)[]; state: ShopState; detail: string }[];
  readonly works: string;
}

const pagesAway = 'The pages of the shop do not answer right now.';

const parts: Readonly<Record<ShopPartName, Part>> = {
  browse: {
    title: 'Looking around',
    works: 'Products, search and pictures are there.',
    when: [
      { out: ['storefront'], state: 'down', detail: pagesAway },
      {
        out: ['catalog'],
        state: 'disturbed',
        detail: 'Products are shown as they were a while ago; some do not open.',
      },
    ],
  },
  basket: {
    title: 'Your basket',
    works: 'Baskets and wishlists are there.',
    when: [
      {
        out: ['basket'],
        state: 'down',
        detail: 'Baskets cannot be opened right now. What is in yours is safe.',
      },
      {
        out: ['sessions'],
        state: 'down',
        detail: 'We cannot tell whose basket is whose right now. What is in yours is safe.',
      },
      { out: ['storefront'], state: 'down', detail: pagesAway },
    ],
  },
  checkout: {
    title: 'Buying',
    works: 'Orders are taken.',
    when: [
      {
        out: ['basket'],
        state: 'down',
        detail: 'Nothing can be bought right now. What is in your basket is safe.',
      },
      {
        out: ['sessions'],
        state: 'down',
        detail: 'Nothing can be bought right now. What is in your basket is safe.',
      },
      { out: ['storefront'], state: 'down', detail: pagesAway },
      {
        out: ['ordering'],
        state: 'disturbed',
        detail: 'You can buy. Your order is made a little later than usual.',
      },
      {
        out: ['catalog'],
        state: 'disturbed',
        detail: 'You can buy. Whether all of it is in stock we can tell a little later than usual.',
      },
    ],
  },
  'sign-in': {
    title: 'Signing in',
    works: 'You can sign in, and make an account.',
    when: [
      {
        out: ['identity'],
        state: 'down',
        detail: 'Nobody can sign in right now. You can buy without an account.',
      },
      { out: ['sessions'], state: 'down', detail: 'Nobody can sign in right now.' },
    ],
  },
  orders: {
    title: 'Your orders',
    works: 'Orders, parcels and invoices can be looked at.',
    when: [
      {
        out: ['ordering'],
        state: 'down',
        detail: 'Orders cannot be looked at right now. Nothing that you ordered is lost.',
      },
      { out: ['sessions'], state: 'down', detail: 'We cannot tell whose orders are whose right now.' },
      { out: ['storefront'], state: 'down', detail: pagesAway },
    ],
  },
};

const ranks: readonly ShopState[] = ['works', 'disturbed', 'down'];

/** What shoppers can do, from what does not answer. */
export const shopStatusOf = (out: Out, at: Date): ShopStatus => {
  const told = Object.entries(parts).map(([name, { title, works, when }]) => {
    const why = when.find((one) => one.out.some((what) => out[what]));
    return {
      name: name as ShopPartName,
      title,
      state: why?.state ?? ('works' as const),
      detail: why?.detail ?? works,
    };
  });
  const states = told.map(({ state }) => state);
  // The whole is down only where nothing works any more.
  const worst = states.toSorted((a, b) => ranks.indexOf(b) - ranks.indexOf(a))[0] ?? 'works';
  const isAllDown = states.every((state) => state === 'down');
  return {
    at: at.toISOString(),
    state: worst === 'down' && !isAllDown ? 'disturbed' : worst,
    parts: told,
  };
};
