import { maxQuantity } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readBasket } from '../../api/server/basket.ts';
import { orThrow } from '../../api/server/or-throw.ts';
import { BasketView } from '../../features/basket/basket-view.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';

export const metadata: Metadata = { title: 'Your basket' };

const BasketPage = async () => {
  const basket = orThrow(await readBasket());
  return (
    <PageFrame>
      <BasketView rendered={basket} maxQuantity={maxQuantity} />
    </PageFrame>
  );
};

export default BasketPage;
