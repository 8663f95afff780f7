import type { Metadata } from 'next';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Not on this chart' };

const NotFound = () => (
  <EmptyState flags="NC" title="Not on this chart">
    <p>There is no such page, or no longer. The rest of the shop is where it was.</p>
    <AppLink href="/catalog" className={button('primary')}>
      Browse the catalog
    </AppLink>
  </EmptyState>
);

export default NotFound;
