import { getTranslations } from 'next-intl/server';
import { readBasketOfFrame } from '../../api/server/basket.ts';
import { readWishesOfFrame } from '../../api/server/wishlist.ts';
import { isStaff, readUser } from '../../api/server/session.ts';
import { BasketLink } from '../../features/basket/basket-link.tsx';
import { SearchBox } from '../../features/catalog/search/search-box.tsx';
import { LazyAccountMenu } from '../../features/session/lazy-account-menu.tsx';
import { OtherTabs } from '../../features/session/other-tabs.tsx';
import { SignInLink } from '../../features/session/sign-in-link.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Logo } from '../../ui/logo.tsx';

const navLink = 'flex h-11 items-center px-2 font-medium underline-offset-8 hover:underline decoration-2';

/** On a phone these are in the account's menu and on the home page. One row above 1024 px and two below, at any width. */
const onWide = 'max-md:hidden';

export const SiteHeader = async () => {
  const t = await getTranslations('frame');
  const [user, basket, wishes] = await Promise.all([readUser(), readBasketOfFrame(), readWishesOfFrame()]);
  const isAtWork = user !== undefined && isStaff(user);
  return (
    <header>
      <div className="mx-auto flex max-w-chart flex-wrap items-center gap-x-2 gap-y-2 px-4 py-3 sm:px-6 md:gap-x-4 lg:flex-nowrap">
        <AppLink href="/" className="mr-auto lg:mr-2" aria-label={t('home')}>
          <Logo />
        </AppLink>
        <nav aria-label={t('shop')} className="flex">
          <AppLink href="/catalog" className={classNames(navLink, 'max-md:px-1')}>
            {t('catalog')}
          </AppLink>
          <AppLink href="/catalog?sort=newest" className={classNames(navLink, onWide)}>
            {t('new')}
          </AppLink>
          <AppLink href="/wishlist" className={classNames(navLink, onWide)}>
            {t('wishlist')}
          </AppLink>
          {user && (
            <AppLink href="/orders" className={classNames(navLink, onWide)}>
              {t('orders')}
            </AppLink>
          )}
          {isAtWork && (
            <AppLink href="/admin" className={classNames(navLink, onWide)}>
              {t('admin')}
            </AppLink>
          )}
        </nav>
        <div className="max-lg:order-last max-lg:w-full lg:ml-auto lg:w-80 lg:min-w-0">
          <SearchBox />
        </div>
        {user ? <LazyAccountMenu name={user.name} email={user.email} isStaff={isAtWork} /> : <SignInLink />}
        <BasketLink basket={basket} />
      </div>
      <div className="chart-scale" />
      <OtherTabs userId={user?.id} wishes={wishes} />
    </header>
  );
};
