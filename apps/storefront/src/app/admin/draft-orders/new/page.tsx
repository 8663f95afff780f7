import type { Metadata } from 'next';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../../api/server/sales-regions.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { NewDraftOrder } from '../../../../features/admin/draft-orders/new-draft-order.tsx';
import { shopLocale } from '../../../../i18n/locales.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { addressCountriesOf } from '../../../../ui/address/address-countries.ts';

export const metadata: Metadata = { title: 'New draft order' };

const NewDraftOrderPage = async () => {
  const regions = orThrow(await readSalesRegions());
  return (
    <WithMessages of={['address']}>
      <AdminHeading
        flag="D"
        title="New draft order"
        back={{ href: '/admin/draft-orders', label: 'Draft orders' }}
      />
      <NewDraftOrder
        countries={addressCountriesOf(regions, shopLocale)}
        usualCountry={regions.defaultCountry}
      />
    </WithMessages>
  );
};

export default NewDraftOrderPage;
