import type { ItemPage } from '@quayside/contracts';
import { X } from 'lucide-react';
import { AppLink } from '../../ui/app-link.tsx';
import { hasFilters, listingHref, type ListingQuery, withoutFilters } from './listing-query.ts';

interface ChosenFiltersProps {
  query: ListingQuery;
  facets: ItemPage['facets'];
}

/** What is filtered by, each as a link that takes it away. */
export const ChosenFilters = ({ query, facets }: ChosenFiltersProps) => {
  if (!hasFilters(query)) return null;
  return (
    <ul aria-label="Chosen filters" className="mb-6 flex flex-wrap items-center gap-2">
      {chosenOf(query, facets).map(({ label, without }) => (
        <li key={label}>
          <AppLink
            href={listingHref({ ...without, page: 1 })}
            scroll={false}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-sm bg-land px-3 text-sm font-medium hover:bg-rule"
          >
            {label}
            <X size={14} aria-hidden />
            <span className="sr-only">, take away</span>
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink
          href={listingHref(withoutFilters(query))}
          scroll={false}
          className="px-2 text-sm underline underline-offset-4"
        >
          Clear all
        </AppLink>
      </li>
    </ul>
  );
};

const chosenOf = (query: ListingQuery, facets: ItemPage['facets']) => {
  const { min, max, ...rest } = query;
  const nameOf = (values: { slug: string; name: string }[], slug: string) =>
    values.find((value) => value.slug === slug)?.name ?? slug;
  const chosen: { label: string; without: ListingQuery }[] = [
    ...query.types.map((slug) => ({
      label: nameOf(facets.types, slug),
      without: { ...query, types: query.types.filter((other) => other !== slug) },
    })),
    ...query.brands.map((slug) => ({
      label: nameOf(facets.brands, slug),
      without: { ...query, brands: query.brands.filter((other) => other !== slug) },
    })),
  ];
  if (min !== undefined || max !== undefined) chosen.push({ label: priceLabel(min, max), without: rest });
  if (query.inStock) chosen.push({ label: 'In stock only', without: { ...query, inStock: false } });
  return chosen;
};

const priceLabel = (min: number | undefined, max: number | undefined): string => {
  const dollars = (whole: number) => `$${whole.toLocaleString('en-US')}`;
  if (min === undefined) return `Up to ${dollars(max ?? 0)}`;
  return max === undefined ? `From ${dollars(min)}` : `${dollars(min)} to ${dollars(max)}`;
};
