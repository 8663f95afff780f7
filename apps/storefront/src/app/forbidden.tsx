import { AppLink } from '../ui/app-link.tsx';
import { button } from '../ui/button.ts';
import { EmptyState } from '../ui/empty-state.tsx';

const Forbidden = () => (
  <main id="content" tabIndex={-1} className="outline-none">
    <EmptyState flags="NL" title="This part is not for you">
      <p>These pages are for the people who run the shop. You are signed in, but not as one of them.</p>
      <AppLink href="/" className={button('primary')}>
        Back to the shop
      </AppLink>
    </EmptyState>
  </main>
);

export default Forbidden;
