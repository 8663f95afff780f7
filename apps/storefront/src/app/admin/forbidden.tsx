import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const Forbidden = () => (
  <EmptyState flags="NL" title="Not open to your role">
    <p>
      You are on the staff, and this part of the back office is for other roles. Whoever runs the shop can
      give you the role for it.
    </p>
    <AppLink href="/admin" className={button('primary')}>
      To what is yours
    </AppLink>
  </EmptyState>
);

export default Forbidden;
