import { maxQuantity } from '@quayside/contracts';
import { titled } from '../../../i18n/titled.ts';
import { getLocale } from 'next-intl/server';
import { readBasket } from '../../../api/server/basket.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSalesRegions } from '../../../api/server/sales-regions.ts';
import { BasketView } from '../../../features/basket/basket-view.tsx';
import { countriesOf } from '../../../ui/countries.ts';
import { PageFrame } from '../../../ui/page-frame.tsx';

export const generateMetadata = titled('basket');

const BasketPage = async () => {
  const [basket, regions] = await Promise.all([readBasket(), readSalesRegions()]);
  return (
    <PageFrame>
      <BasketView
        rendered={orThrow(basket)}
        maxQuantity={maxQuantity}
        countries={countriesOf(orThrow(regions), await getLocale())}
      />
    </PageFrame>
  );
};

export default BasketPage;
