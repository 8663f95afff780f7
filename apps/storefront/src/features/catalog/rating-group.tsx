import type { ProductList } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { Stars } from '../../ui/stars.tsx';
import { Radio } from './url-controls.tsx';

interface RatingGroupProps {
  counts: NonNullable<ProductList['facets']['ratings']>;
  /** So many stars at least. */
  chosen: number | undefined;
}

const look = 'flex min-h-9 items-center gap-3 rounded-sm hover:text-glass';
const radioLook = 'h-[1.1rem] w-[1.1rem] accent-ink';

/** Products by what their reviews come to; left out where nothing that was found is rated so high. */
export const RatingGroup = ({ counts, chosen }: RatingGroupProps) => {
  const t = useTranslations('catalog');
  const isOffered = chosen === undefined || counts.some(({ from }) => from === chosen);
  const rows = isOffered ? counts : [...counts, { from: chosen, count: 0 }];
  if (rows.length === 0) return null;
  return (
    <fieldset className="border-t border-rule py-5">
      <legend className="marginalia float-left mb-3 w-full text-ink-soft">{t('ratings')}</legend>
      <ul className="clear-left space-y-0.5">
        <li>
          <label className={look}>
            <Radio name="rating" value="" checked={chosen === undefined} className={radioLook} />
            <span className="flex-1 leading-tight">{t('anyRating')}</span>
          </label>
        </li>
        {rows.map(({ from, count }) => (
          <li key={from}>
            <label className={look}>
              <Radio name="rating" value={from} checked={chosen === from} className={radioLook} />
              <span className="flex flex-1 flex-wrap items-center gap-x-2 leading-tight">
                <Stars value={from} />
                <span>{t('ratedAtLeast', { stars: from })}</span>
              </span>
              <span className="figures text-sm text-ink-faint">{count}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
