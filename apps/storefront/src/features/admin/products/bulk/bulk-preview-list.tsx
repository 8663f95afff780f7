import type { BulkPreview, ProductStatus } from '@quayside/contracts';
import { formatMoney } from '../../../../ui/money.ts';
import { statusWords } from '../product-words.ts';

interface BulkPreviewListProps {
  preview: BulkPreview | undefined;
  trouble: string | undefined;
  isAsked: boolean;
}

/** Each product before and after, or why it would stay. */
export const BulkPreviewList = ({ preview, trouble, isAsked }: BulkPreviewListProps) => {
  if (trouble) return <p className="py-4 text-flag-red">{trouble}</p>;
  if (!preview) {
    return (
      <p className="py-4 text-ink-soft">{isAsked ? 'Looking …' : 'Say what to see what becomes of them.'}</p>
    );
  }
  return (
    <ul className="divide-y divide-rule text-[0.95rem]">
      {preview.items.map(({ productId, name, fault, status, category, tag, prices }) => (
        <li key={productId} className="grid gap-x-4 py-2 sm:grid-cols-2">
          <span className="font-semibold wrap-anywhere">{name}</span>
          {fault ? (
            <span className="text-note">{fault}</span>
          ) : (
            <span className="figures">
              {status &&
                `${statusWords[status.from as ProductStatus]} → ${statusWords[status.to as ProductStatus]}`}
              {category && `${category.from} → ${category.to}`}
              {tag && `${tag.is === 'added' ? '+' : '−'} ${tag.name}`}
              {prices.map(({ sku, currency, from, to }) => (
                <span key={`${sku} ${currency}`} className="block">
                  {prices.length > 1 && <span className="mr-2 text-sm text-ink-faint">{sku}</span>}
                  <del className="text-ink-soft">{formatMoney({ amount: from, currency })}</del>{' '}
                  <ins className="font-semibold no-underline">{formatMoney({ amount: to, currency })}</ins>
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
