import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Trouble } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';

/** Also what somebody finds here who goes back after ordering, or ordered in another window. */
export const NothingToOrder = ({ trouble }: { trouble: Trouble | undefined }) => (
  <EmptyState flags="QAY" title="There is nothing to check out">
    {trouble ? (
      <TroubleNotice trouble={trouble} />
    ) : (
      <p>Your basket is empty. What you have ordered is among your orders.</p>
    )}
    <div className="flex flex-wrap justify-center gap-3">
      <AppLink href="/catalog" className={button('primary')}>
        Browse the catalog
      </AppLink>
      <AppLink href="/orders" className={button('quiet')}>
        Your orders
      </AppLink>
    </div>
  </EmptyState>
);
