import { titled } from '../../../i18n/titled.ts';
import { getLocale, getTranslations } from 'next-intl/server';
import { pathIn } from '../../../i18n/paths.ts';
import { WithMessages } from '../../../i18n/with-messages.tsx';
import { readAccountSecurity } from '../../../api/server/account.ts';
import { readMailChoices } from '../../../api/server/mail-choices.ts';
import { readOwnQuestions } from '../../../api/server/questions.ts';
import { readOwnReviews } from '../../../api/server/reviews.ts';
import { readPushKey } from '../../../api/server/pushes.ts';
import { readStockRequests } from '../../../api/server/stock-requests.ts';
import { requireUser } from '../../../api/server/session.ts';
import { AccountSection } from '../../../features/account/account-section.tsx';
import { ChangeEmail } from '../../../features/account/change-email.tsx';
import { ChangePassword } from '../../../features/account/change-password.tsx';
import { ConfirmAddress } from '../../../features/account/confirm-address.tsx';
import { DeleteAccount } from '../../../features/account/delete-account.tsx';
import { MailChoices } from '../../../features/account/mail-choices.tsx';
import { MailLanguage } from '../../../features/account/mail-language.tsx';
import { OutsideSignIns } from '../../../features/account/outside-sign-ins.tsx';
import { Passkeys } from '../../../features/account/passkeys.tsx';
import { SecondFactor } from '../../../features/account/second-factor.tsx';
import { SignedInDevices } from '../../../features/account/signed-in-devices.tsx';
import { OwnRequests } from '../../../features/back-in-stock/own-requests.tsx';
import { TellThisDevice } from '../../../features/pushes/tell-this-device.tsx';
import { OwnQuestions } from '../../../features/questions/own-questions.tsx';
import { OwnReviews } from '../../../features/reviews/own-reviews.tsx';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

export const generateMetadata = titled('account');

const AccountPage = async () => {
  const t = await getTranslations('account.page');
  const { id, name, email } = await requireUser(pathIn(await getLocale(), '/account'));
  const waiting = await getTranslations('waiting');
  const pushes = await getTranslations('pushes');
  const asked = await getTranslations('questions.own');
  const [security, reviews, questions, requests, mails, pushKey] = await Promise.all([
    readAccountSecurity(),
    readOwnReviews(),
    readOwnQuestions(),
    readStockRequests(),
    readMailChoices(),
    readPushKey(),
  ]);
  return (
    <WithMessages of={['account', 'problems', 'pushes', 'waiting']}>
      <PageFrame>
        <PageHeading title={t('title')} />
        <AccountSection id="who" title={t('who')}>
          <div className="flex max-w-prose flex-col items-start gap-5">
            <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2 wrap-anywhere">
              <dt className="text-ink-soft">{t('name')}</dt>
              <dd className="font-medium">{name}</dd>
              <dt className="text-ink-soft">{t('email')}</dt>
              <dd className="font-medium">{email}</dd>
            </dl>
            {security.ok && !security.data.emailConfirmed && <ConfirmAddress email={email} />}
            <ChangeEmail />
          </div>
        </AccountSection>
        <AccountSection id="sign-in" title={t('signIn')}>
          <div className="flex flex-col items-start gap-8">
            <ChangePassword />
            {security.ok && <SecondFactor {...security.data.secondFactor} />}
            {security.ok && <Passkeys passkeys={security.data.passkeys} />}
            {security.ok && (
              <OutsideSignIns
                hasPassword={security.data.hasPassword}
                outsideProviders={security.data.outsideProviders}
                outsideSignIns={security.data.outsideSignIns}
              />
            )}
          </div>
        </AccountSection>
        <AccountSection id="devices" title={t('devices')}>
          {security.ok ? (
            <SignedInDevices sessions={security.data.sessions} />
          ) : (
            <Notice look="trouble" title={t('away')}>
              <p>{t('loadAgain')}</p>
            </Notice>
          )}
        </AccountSection>
        <AccountSection id="orders" title={t('orders')}>
          <p>
            <AppLink href="/orders" className={button('bare')}>
              {t('whatYouBought')}
            </AppLink>
          </p>
        </AccountSection>
        <AccountSection id="reviews" title={t('reviews')}>
          {reviews.ok ? <OwnReviews reviews={reviews.data.items} /> : <p>{t('reviewsAway')}</p>}
        </AccountSection>
        <AccountSection id="questions" title={asked('title')}>
          {questions.ok ? <OwnQuestions own={questions.data} /> : <p>{t('reviewsAway')}</p>}
        </AccountSection>
        <AccountSection id="waiting" title={waiting('own')}>
          {requests.ok ? <OwnRequests requests={requests.data.items} /> : <p>{t('away')}</p>}
        </AccountSection>
        <AccountSection id="mails" title={waiting('mails')}>
          {mails.ok ? <MailChoices choices={mails.data} /> : <p>{t('away')}</p>}
        </AccountSection>
        {pushKey !== undefined && (
          <AccountSection id="pushes" title={pushes('title')}>
            <TellThisDevice publicKey={pushKey} userId={id} />
          </AccountSection>
        )}
        <AccountSection id="language" title={t('language')}>
          {security.ok && security.data.language ? (
            <MailLanguage language={security.data.language} />
          ) : (
            <p>{t('away')}</p>
          )}
        </AccountSection>
        <AccountSection id="data" title={t('data')}>
          <div className="flex max-w-prose flex-col items-start gap-4">
            <p>{t('file')}</p>
            <a href="/api/v1/account/export" download className={button('quiet')}>
              {t('download')}
            </a>
          </div>
        </AccountSection>
        <AccountSection id="deletion" title={t('leave')}>
          <DeleteAccount email={email} />
        </AccountSection>
      </PageFrame>
    </WithMessages>
  );
};

export default AccountPage;
