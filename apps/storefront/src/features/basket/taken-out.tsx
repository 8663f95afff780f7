import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import type { Removed } from './use-basket.ts';

/** What was taken out last, and the way back. */
export const TakenOut = ({ removed, onUndo }: { removed: Removed | undefined; onUndo: () => void }) => (
  <div role="status" aria-live="polite">
    {removed && (
      <p className="mb-6 flex flex-wrap items-center justify-between gap-x-4 border-l-4 border-rule-strong bg-land px-4 py-1 text-left">
        <span className="min-w-0 wrap-anywhere">
          {removed.name} is{' '}
          {removed.isWished ? (
            <AppLink href="/wishlist" className="font-semibold underline underline-offset-4">
              on your wishlist
            </AppLink>
          ) : (
            'out of your basket'
          )}
          .
        </span>
        <button type="button" onClick={onUndo} className={button('bare')}>
          {removed.isWished ? 'Put it back' : 'Undo'}
        </button>
      </p>
    )}
  </div>
);
