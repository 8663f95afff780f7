import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const NotFound = () => (
  <EmptyState flags="NC" title="Not on this chart">
    <p>It was never there, or somebody deleted it. The audit log knows which.</p>
    <AppLink href="/admin/audit" className={button('primary')}>
      Look in the audit log
    </AppLink>
  </EmptyState>
);

export default NotFound;
