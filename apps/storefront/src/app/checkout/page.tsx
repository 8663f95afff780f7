import type { Metadata } from 'next';
import { orThrow } from '../../api/server/or-throw.ts';
import { readCheckoutScreen } from '../../api/server/screens.ts';
import { requireUser } from '../../api/server/session.ts';
import { CheckoutView } from '../../features/checkout/checkout-view.tsx';
import { countries } from '../../features/checkout/countries.ts';
import { PageFrame } from '../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Check out' };

const CheckoutPage = async () => {
  await requireUser('/checkout');
  const screen = orThrow(await readCheckoutScreen());
  return (
    <PageFrame>
      <CheckoutView screen={screen} countries={countries} />
    </PageFrame>
  );
};

export default CheckoutPage;
