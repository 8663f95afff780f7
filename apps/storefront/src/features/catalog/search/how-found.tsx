import type { ProductList } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import type { ListingQuery } from '../listing-query.ts';

/** Says so where what is shown is not what was typed: a word taken for another, or only some of the words. */
export const HowFound = ({ query, found }: { query: ListingQuery; found: ProductList }) => {
  const t = useTranslations('catalog');
  const { searchedFor, matches, totalItems } = found;
  if (!query.q || totalItems === 0 || (searchedFor === undefined && matches === undefined)) return null;
  return (
    <p className="mb-5 border-l-4 border-flag-yellow bg-sheet px-4 py-3 wrap-anywhere">
      {searchedFor !== undefined && (
        <>
          {t.rich('takenFor', {
            q: query.q,
            searchedFor,
            b: (text) => <strong className="font-medium">{text}</strong>,
          })}{' '}
        </>
      )}
      {matches === 'some' && t('someWords')}
    </p>
  );
};
