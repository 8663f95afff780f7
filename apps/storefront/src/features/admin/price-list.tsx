import type { CatalogItem } from '@quayside/contracts';
import { PriceRow } from './price-row.tsx';

export const PriceList = ({ items }: { items: CatalogItem[] }) => (
  <table className="w-full border-collapse text-left max-md:block">
    <caption className="sr-only">Items with their prices</caption>
    <thead className="marginalia border-b border-ink text-ink-soft max-md:sr-only">
      <tr>
        <th scope="col" className="py-3 pr-4 font-semibold">
          Item
        </th>
        <th scope="col" className="py-3 pr-4 font-semibold">
          Article
        </th>
        <th scope="col" className="py-3 pr-4 text-right font-semibold">
          Stock
        </th>
        <th scope="col" className="w-80 py-3 text-right font-semibold">
          Price
        </th>
      </tr>
    </thead>
    <tbody className="divide-y divide-rule max-md:block">
      {items.map((item) => (
        <PriceRow key={item.id} rendered={item} />
      ))}
    </tbody>
  </table>
);
