import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';

export const NoOrders = () => (
  <div className="space-y-5 py-8">
    <p className="text-lg text-ink-soft">
      You have not ordered anything yet. When you do, it is listed here.
    </p>
    <AppLink href="/catalog" className={button('primary')}>
      Browse the catalog
    </AppLink>
  </div>
);
