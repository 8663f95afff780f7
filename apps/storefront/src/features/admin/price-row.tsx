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
    <tr data-testid={`item-${item.id}`} className="align-middle max-md:block max-md:py-4">
      <td className="py-3 pr-4 max-md:block max-md:p-0">
        <span className="flex items-center gap-4">
          <Picture src={item.pictureUrl} alt="" className="w-12! rounded-sm border border-rule" />
          <span className="leading-snug">
            <AppLink
              href={`/products/${item.slug}?item=${item.id}`}
              className="font-medium underline-offset-4 hover:underline"
            >
              {item.name}
            </AppLink>
            <span className="block text-sm text-ink-faint">
              {item.brand.name}, {item.type.name}
              <span className="md:hidden">, {item.availableStock} in stock</span>
              {!item.active && <strong className="text-note"> · not on sale</strong>}
            </span>
          </span>
        </span>
      </td>
      <td className="figures py-3 pr-4 text-sm text-ink-soft max-md:hidden">{item.sku}</td>
      <td
        className={classNames(
          'figures py-3 pr-4 text-right max-md:hidden',
          item.availableStock === 0 && 'font-semibold text-flag-red',
        )}
      >
        {item.availableStock}
      </td>
      <td className="py-3 text-right max-md:block max-md:pt-2 max-md:pb-0">
        <PriceEditor item={item} onItem={setItem} />
      </td>
    </tr>
  );
};
