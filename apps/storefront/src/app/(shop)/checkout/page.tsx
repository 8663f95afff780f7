import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../api/server/sales-regions.ts';
import { readCheckoutScreen } from '../../../api/server/screens.ts';
import { addressCountriesOf } from '../../../ui/address/address-countries.ts';
import { CheckoutView } from '../../../features/checkout/checkout-view.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Check out' };

const CheckoutPage = async () => {
  const [screen, regions] = await Promise.all([readCheckoutScreen(), readSalesRegions()]);
  const shown = orThrow(screen);
  return (
    <PageFrame>
      <CheckoutView
        // Who signs in or out meanwhile, in another tab, begins anew.
        key={shown.user?.email ?? 'guest'}
        screen={shown}
        countries={addressCountriesOf(orThrow(regions))}
      />
    </PageFrame>
  );
};

export default CheckoutPage;
