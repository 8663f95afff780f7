import { button } from '../ui/button.ts';
import { EmptyState } from '../ui/empty-state.tsx';

const Forbidden = () => (
  <main id="content" tabIndex={-1} className="outline-none">
    <EmptyState flags="NL" title="This part is not for you">
      <p>These pages are for the people who run the shop. You are signed in, but not as one of them.</p>
      {/* Not a link of Next: this page travels with every other, and would bring the scripts of one. */}
      <a href="/" className={button('primary')}>
        Back to the shop
      </a>
    </EmptyState>
  </main>
);

export default Forbidden;
