import { AppLink } from '../../ui/app-link.tsx';
import { FlagString } from '../../ui/flag-string.tsx';

const pages = [
  ['/catalog', 'Catalog'],
  ['/wishlist', 'Wishlist'],
  ['/orders', 'Your orders'],
  ['/orders/find', 'Find an order'],
  ['/account', 'Your account'],
  ['/delivery-and-returns', 'Delivery and returns'],
  ['/size-guide', 'Size guide'],
  ['/about', 'About us'],
  ['/terms', 'Terms'],
  ['/privacy', 'Privacy'],
  ['/cookies', 'Cookies'],
] as const;

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
        <ul className="grid grid-cols-2 gap-x-10 gap-y-2 font-medium sm:grid-cols-3">
          {pages.map(([href, name]) => (
            <li key={href}>
              <AppLink href={href} className="underline-offset-4 hover:underline">
                {name}
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </footer>
);
