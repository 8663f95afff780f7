import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import type { Removed } from './use-basket.ts';

/** What was taken out last, and the way back. */
export const TakenOut = ({ removed, onUndo }: { removed: Removed | undefined; onUndo: () => void }) => {
  const t = useTranslations('basket');
  return (
    <div role="status" aria-live="polite">
      {removed && (
        <p className="mb-6 flex flex-wrap items-center justify-between gap-x-4 border-l-4 border-rule-strong bg-land px-4 py-1 text-left">
          <span className="min-w-0 wrap-anywhere">
            {removed.isWished
              ? t.rich('isWished', {
                  name: removed.name,
                  link: (text) => (
                    <AppLink href="/wishlist" className="font-semibold underline underline-offset-4">
                      {text}
                    </AppLink>
                  ),
                })
              : t('isOut', { name: removed.name })}
          </span>
          <button type="button" onClick={onUndo} className={button('bare')}>
            {removed.isWished ? t('putBack') : t('undo')}
          </button>
        </p>
      )}
    </div>
  );
};
