import { titled } from '../../../i18n/titled.ts';
import { getLocale } from 'next-intl/server';
import { WithMessages } from '../../../i18n/with-messages.tsx';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../api/server/sales-regions.ts';
import { readCheckoutScreen } from '../../../api/server/screens.ts';
import { addressCountriesOf } from '../../../ui/address/address-countries.ts';
import { CheckoutView } from '../../../features/checkout/checkout-view.tsx';
import { VisitMark } from '../../../features/visits/visit-mark.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

export const generateMetadata = titled('checkout');

const CheckoutPage = async () => {
  const [screen, regions] = await Promise.all([readCheckoutScreen(), readSalesRegions()]);
  const shown = orThrow(screen);
  return (
    <WithMessages of={['address', 'basket', 'catalog', 'checkout', 'payment']}>
      <PageFrame>
        {shown.basket.items.length > 0 && <VisitMark step="checkout" />}
        <CheckoutView
          // Who signs in or out meanwhile, in another tab, begins anew.
          key={shown.user?.email ?? 'guest'}
          screen={shown}
          countries={addressCountriesOf(orThrow(regions), await getLocale())}
        />
      </PageFrame>
    </WithMessages>
  );
};

export default CheckoutPage;
