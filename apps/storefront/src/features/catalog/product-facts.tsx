import type { Product } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import type { Words } from '../../i18n/words.ts';

type Attribute = Product['attributes'][number];

const textOf = ({ value, unit }: Attribute, t: Words<'catalog'>): string => {
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  return unit ? `${value} ${unit}` : String(value);
};

export const ProductFacts = ({ attributes }: Pick<Product, 'attributes'>) => {
  const t = useTranslations('catalog');
  return (
    attributes.length > 0 && (
      <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
        {attributes.map((attribute) => (
          <div key={attribute.code} className="col-span-2 grid grid-cols-subgrid border-t border-rule pt-1.5">
            <dt className="text-ink-faint">{attribute.name}</dt>
            <dd className="figures">{textOf(attribute, t)}</dd>
          </div>
        ))}
      </dl>
    )
  );
};
