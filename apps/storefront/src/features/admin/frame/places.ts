import type { Role } from '@quayside/contracts';

export interface Place {
  readonly href: string;
  readonly label: string;
  /** Its letter in the code of signals. */
  readonly flag: string;
  /** Whoever has one of these roles may be there; the services ask again. */
  readonly roles: readonly Role[];
  /** Other words that people look for it by. */
  readonly alsoKnownAs?: string;
}

export interface PlaceGroup {
  readonly label: string;
  readonly places: readonly Place[];
}

export const allPlaces: readonly PlaceGroup[] = [
  {
    label: 'Sales',
    places: [
      {
        href: '/admin/overview',
        label: 'Overview',
        flag: 'V',
        roles: ['admin'],
        alsoKnownAs: 'dashboard figures revenue sales best sellers',
      },
      {
        href: '/admin/orders',
        label: 'Orders',
        flag: 'O',
        roles: ['admin', 'support'],
        alsoKnownAs: 'purchases parcels returns refunds',
      },
      {
        href: '/admin/draft-orders',
        label: 'Draft orders',
        flag: 'D',
        roles: ['admin', 'support'],
        alsoKnownAs: 'phone order payment link quote write down',
      },
      {
        href: '/admin/invoices',
        label: 'Invoices',
        flag: 'N',
        roles: ['admin', 'support'],
        alsoKnownAs: 'bookkeeping credit notes tax bills pdf',
      },
      {
        href: '/admin/sales-settings',
        label: 'Taxes and shipping',
        flag: 'T',
        roles: ['admin'],
        alsoKnownAs: 'sales settings vat rates countries currencies delivery free shipping zones',
      },
      {
        href: '/admin/customers',
        label: 'Customers',
        flag: 'Q',
        roles: ['admin', 'support'],
        alsoKnownAs: 'people shoppers buyers accounts users notes',
      },
    ],
  },
  {
    label: 'Catalog',
    places: [
      {
        href: '/admin/products',
        label: 'Products',
        flag: 'G',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'variants articles goods',
      },
      {
        href: '/admin/stock',
        label: 'Stock',
        flag: 'S',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'levels delivery receive journal low count stock-take inventory',
      },
      {
        href: '/admin/prices',
        label: 'Prices',
        flag: 'P',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'price list items cost',
      },
      {
        href: '/admin/imports',
        label: 'Imports',
        flag: 'I',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'csv file upload shopify excel spreadsheet',
      },
      {
        href: '/admin/questions',
        label: 'Questions',
        flag: 'H',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'answers ask moderation faq',
      },
      {
        href: '/admin/reviews',
        label: 'Reviews',
        flag: 'R',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'ratings stars moderation comments opinions',
      },
      { href: '/admin/brands', label: 'Brands', flag: 'B', roles: ['admin', 'merchandiser'] },
      {
        href: '/admin/categories',
        label: 'Categories',
        flag: 'C',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'types tree',
      },
      {
        href: '/admin/words',
        label: 'Words',
        flag: 'E',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'german translations languages attributes options sizes colours tags names',
      },
      {
        href: '/admin/synonyms',
        label: 'Synonyms',
        flag: 'Y',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'search words same meaning find',
      },
    ],
  },
  {
    label: 'Marketing',
    places: [
      {
        href: '/admin/campaigns',
        label: 'Campaigns',
        flag: 'M',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'sale discount coupon code voucher promotion banner',
      },
    ],
  },
  {
    label: 'People',
    places: [
      {
        href: '/admin/users',
        label: 'Users and roles',
        flag: 'W',
        roles: ['admin'],
        alsoKnownAs: 'staff people admin support merchandiser permissions access',
      },
    ],
  },
  {
    label: 'Records',
    places: [
      {
        href: '/admin/jobs',
        label: 'Jobs',
        flag: 'J',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'bulk progress undo',
      },
      {
        href: '/admin/audit',
        label: 'Audit log',
        flag: 'A',
        roles: ['admin', 'merchandiser'],
        alsoKnownAs: 'history who changed what security sign-ins failures',
      },
    ],
  },
  {
    label: 'Operations',
    places: [
      {
        href: '/admin/system',
        label: 'System',
        flag: 'L',
        roles: ['admin'],
        alsoKnownAs: 'health status versions backlog lag outbox queue services operations',
      },
      {
        href: '/admin/dead-letters',
        label: 'Dead letters',
        flag: 'U',
        roles: ['admin'],
        alsoKnownAs: 'failed events messages kafka redrive retry poison queue',
      },
      {
        href: '/admin/api-keys',
        label: 'API keys',
        flag: 'K',
        roles: ['admin'],
        alsoKnownAs: 'integrations tokens clients secrets oauth machines',
      },
    ],
  },
];

/** Where somebody with these roles may go: what they may not do is not shown. */
export const placesFor = (roles: readonly Role[]): PlaceGroup[] =>
  allPlaces
    .map(({ label, places }) => ({
      label,
      places: places.filter((place) => place.roles.some((role) => roles.includes(role))),
    }))
    .filter(({ places }) => places.length > 0);

/** Whether somebody with these roles may be at a place. */
export const mayBeAt = (href: string, roles: readonly Role[]): boolean =>
  placesFor(roles).some(({ places }) => places.some((place) => place.href === href));

/** The place that a path is in: its own, or that of a page below it. */
export const placeAt = (pathname: string, places: readonly PlaceGroup[]): Place | undefined =>
  places
    .flatMap((group) => group.places)
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
