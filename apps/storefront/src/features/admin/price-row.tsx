'use client';

import type { CatalogItem } from '@quayside/contracts';
import { useState } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Picture } from '../../ui/picture.tsx';
import { PriceEditor } from './price-editor.tsx';

export const PriceRow = ({ rendered }: { rendered: CatalogItem }) => {
  const [item, setItem] = useState(rendered);
  return (
    <tr
      data-testid={`item-${item.id}`}
      className="align-middle max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-4 max-md:py-4"
    >
      <td className="py-3 pr-4 max-md:col-span-2 max-md:p-0">
        <span className="flex items-center gap-4">
          <Picture src={item.pictureUrl} alt="" className="w-12! rounded-sm border border-rule" />
          <span className="leading-snug">
            <AppLink
              href={`/products/${item.slug}`}
              className="font-medium underline-offset-4 hover:underline"
            >
              {item.name}
            </AppLink>
            <span className="block text-sm text-ink-faint">
              {item.brand.name}, {item.type.name}
              {!item.active && <strong className="text-note"> · not on sale</strong>}
            </span>
          </span>
        </span>
      </td>
      <td className="figures py-3 pr-4 text-sm text-ink-soft max-md:hidden">{item.sku}</td>
      <td
        className={classNames(
          'figures py-3 pr-4 text-right max-md:self-center max-md:pl-16 max-md:text-left max-md:text-sm',
          item.availableStock === 0 && 'font-semibold text-flag-red',
        )}
      >
        {item.availableStock}
        <span className="md:sr-only"> in stock</span>
      </td>
      <td className="py-3 text-right">
        <PriceEditor item={item} onItem={setItem} />
      </td>
    </tr>
  );
};
