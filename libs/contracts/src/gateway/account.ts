import { ownQuestions } from '../catalog/questions.ts';
import { ownReview } from '../catalog/reviews.ts';
import { z } from 'zod';
import { draftOrderContent } from '../basket/draft-orders.ts';
import { basket } from '../basket/http.ts';
import { wishlist } from '../basket/wishlist.ts';
import { accountProtection, accountSession } from '../identity/account-security.ts';
import { customerFile } from '../identity/customers.ts';
import { ownSecurityEntry } from '../identity/security-log.ts';
import { account } from '../identity/user.ts';
import { mailChoices } from '../marketing/mail-choices.ts';
import { ownPushSubscription } from '../marketing/pushes.ts';
import { stockRequest } from '../marketing/stock-requests.ts';
import { order } from '../ordering/http.ts';
import { timestamp } from '../shared/ids.ts';

/** Body of `POST /api/v1/account/deletion`: so that nobody deletes an account by accident. */
export const accountDeletion = z
  .strictObject({
    /** That of the account. */
    email: z.string().min(1).max(254),
  })
  .meta({ id: 'AccountDeletion' });

/** Answer of `GET /api/v1/account/export`. */
export const accountExport = z
  .object({
    at: timestamp,
    account,
    /** What opens it: passkeys, other providers, whether a second factor is asked for. Nothing that is secret. */
    protection: accountProtection.optional(),
    /** Where it is signed in. */
    sessions: z.array(accountSession).optional(),
    /** Its sign-ins, failures and changes of half a year, the newest first, 10,000 at most. */
    securityEvents: z.array(ownSecurityEntry).optional(),
    basket,
    wishlist: wishlist.optional(),
    /** What staff wrote down for it, and is not paid. */
    draftOrders: z.array(draftOrderContent).optional(),
    orders: z.array(order),
    reviews: z.array(ownReview).optional(),
    questions: ownQuestions.optional(),
    stockRequests: z.array(stockRequest).optional(),
    mailChoices: mailChoices.optional(),
    /** Browsers that are told of its orders. */
    pushSubscriptions: z.array(ownPushSubscription).optional(),
  })
  .meta({ id: 'AccountExport' });
export type AccountExport = z.infer<typeof accountExport>;

/** Answer of `GET /api/v1/admin/customers/{id}/export`. */
export const customerExport = customerFile
  .extend({ at: timestamp, orders: z.array(order) })
  .meta({ id: 'CustomerExport' });
