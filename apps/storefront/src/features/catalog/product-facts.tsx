import type { Product } from '@quayside/contracts';

type Attribute = Product['attributes'][number];

const textOf = ({ value, unit }: Attribute): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return unit ? `${value} ${unit}` : String(value);
};

export const ProductFacts = ({ attributes }: Pick<Product, 'attributes'>) =>
  attributes.length > 0 && (
    <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
      {attributes.map((attribute) => (
        <div key={attribute.code} className="col-span-2 grid grid-cols-subgrid border-t border-rule pt-1.5">
          <dt className="text-ink-faint">{attribute.name}</dt>
          <dd className="figures">{textOf(attribute)}</dd>
        </div>
      ))}
    </dl>
  );
