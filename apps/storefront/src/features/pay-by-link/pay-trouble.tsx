import type { Problem } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { Notice } from '../../ui/notice.tsx';

interface Shortage {
  itemId: number;
  name: string;
  requested: number;
  available: number;
}

/** Why it could not be paid as it stood. */
export const PayTrouble = ({ trouble }: { trouble: Problem }) => {
  const t = useTranslations('paying');
  if (['price-changed', 'basket-changed', 'basket-empty'].includes(trouble.code))
    return (
      <Notice title={t('changed')} live>
        <p>{t('changedText')}</p>
      </Notice>
    );
  if (trouble.code === 'item-not-active')
    return (
      <Notice look="trouble" title={t('unsold')} live>
        <ul className="my-2 space-y-1">
          {((trouble['lines'] ?? []) as Pick<Shortage, 'itemId' | 'name'>[]).map(({ itemId, name }) => (
            <li key={itemId}>{name}</li>
          ))}
        </ul>
        <p>{t('shortText')}</p>
      </Notice>
    );
  if (trouble.code !== 'insufficient-stock') return <Notice look="trouble" live title={t('failed')} />;
  return (
    <Notice look="trouble" title={t('short')} live>
      <ul className="my-2 space-y-1">
        {((trouble['lines'] ?? []) as Shortage[]).map(({ itemId, name, requested, available }) => (
          <li key={itemId}>{t('left', { name, available, requested })}</li>
        ))}
      </ul>
      <p>{t('shortText')}</p>
    </Notice>
  );
};
