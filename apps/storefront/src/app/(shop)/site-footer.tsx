import { AppLink } from '../../ui/app-link.tsx';
import { FlagString } from '../../ui/flag-string.tsx';

const link = 'underline-offset-4 hover:underline';

export const SiteFooter = () => (
  <footer className="mt-24 border-t border-ink bg-land">
    <div className="mx-auto grid max-w-chart gap-8 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto] md:items-end">
      <div>
        <FlagString word="QUAYSIDE" />
        <p className="mt-5 max-w-prose text-sm text-ink-soft">
          Quayside is a reference system: its goods are invented, its payment company is a sandbox, and
          nothing is ever charged or sent. Not to be used for navigation.
        </p>
      </div>
      <nav aria-label="Footer">
        <ul className="flex flex-wrap gap-x-6 gap-y-2 font-medium">
          <li>
            <AppLink href="/catalog" className={link}>
              Catalog
            </AppLink>
          </li>
          <li>
            <AppLink href="/basket" className={link}>
              Basket
            </AppLink>
          </li>
          <li>
            <AppLink href="/orders" className={link}>
              Your orders
            </AppLink>
          </li>
          <li>
            <AppLink href="/orders/find" className={link}>
              Find an order
            </AppLink>
          </li>
        </ul>
      </nav>
    </div>
  </footer>
);
