import { postgresAuditLog, postgresOutbox, type Migration } from '@quayside/postgres';
import { marketingTables } from './0001-marketing.ts';
import { usersWithoutNames } from './0003-users-without-names.ts';
import { mailFlow } from './0002-mail-flow.ts';
import { sales } from './0005-sales.ts';
import { mailResends } from './0008-mail-resends.ts';
import { coupons } from './0007-coupons.ts';
import { campaignLanguages } from './0010-campaign-languages.ts';
import { contactMessages } from './0011-contact-messages.ts';
import { itemSlugs } from './0012-item-slugs.ts';
import { couponUses } from './0008-coupon-uses.ts';
import { mailChoices } from './0009-mail-choices.ts';
import { pushes } from './0013-pushes.ts';
import { questionMails } from './0010-question-mails.ts';
import { stockRequests } from './0008-stock-requests.ts';
import { salesMonths } from './0011-sales-months.ts';
import { visits } from './0011-visits.ts';
import { orderMails } from './0006-order-mails.ts';

export const allMigrations: readonly Migration[] = [
  marketingTables,
  mailFlow,
  postgresOutbox.migration,
  usersWithoutNames,
  sales,
  orderMails,
  postgresAuditLog.migration,
  coupons,
  couponUses,
  mailResends,
  stockRequests,
  mailChoices,
  questionMails,
  campaignLanguages,
  salesMonths,
  visits,
  contactMessages,
  itemSlugs,
  pushes,
];
