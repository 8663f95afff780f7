import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../api/server/sales-regions.ts';
import { readCheckoutScreen } from '../../../api/server/screens.ts';
import { requireUser } from '../../../api/server/session.ts';
import { checkoutCountriesOf } from '../../../features/checkout/checkout-countries.ts';
import { CheckoutView } from '../../../features/checkout/checkout-view.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Check out' };

const CheckoutPage = async () => {
  await requireUser('/checkout');
  const [screen, regions] = await Promise.all([readCheckoutScreen(), readSalesRegions()]);
  return (
    <PageFrame>
      <CheckoutView screen={orThrow(screen)} countries={checkoutCountriesOf(orThrow(regions))} />
    </PageFrame>
  );
};

export default CheckoutPage;
