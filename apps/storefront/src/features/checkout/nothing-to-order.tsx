import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Trouble } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';

export const NothingToOrder = ({ trouble }: { trouble: Trouble | undefined }) => (
  <EmptyState flags="QAY" title="There is nothing to check out">
    {trouble && <TroubleNotice trouble={trouble} />}
    <p>Put something into your basket first.</p>
    <AppLink href="/catalog" className={button('primary')}>
      Browse the catalog
    </AppLink>
  </EmptyState>
);
