import { marketingApi, type ProblemDefinition } from '@quayside/contracts';
import type {
  CampaignNotFound,
  CampaignWithoutTime,
  CouponCodeTaken,
  CouponWithoutDiscount,
  LimitWithoutCode,
  StaleVersion,
} from '../domain/campaign-errors.ts';
import type { CampaignsUnavailable } from '../domain/campaigns-unavailable.ts';
import type { MailNotFound, MailResentTooOften, MailsUnavailable } from '../domain/mail-errors.ts';
import type {
  ItemInStock,
  ItemNotFound,
  StockLinkInvalid,
  StockRequestsUnavailable,
  TooManyStockRequests,
} from '../domain/stock-request-errors.ts';
import type {
  ContactMessageInvalid,
  ContactUnavailable,
  IdempotencyKeyReused,
} from '../domain/contact-errors.ts';
import type { MailChoicesUnavailable } from '../domain/mail-choices-unavailable.ts';
import type { PushAddressRefused, PushesUnavailable, PushNotOffered } from '../domain/push-errors.ts';
import type { SalesUnavailable } from '../domain/sales-unavailable.ts';

type MarketingError =
  | CampaignNotFound
  | CampaignWithoutTime
  | CouponCodeTaken
  | CouponWithoutDiscount
  | LimitWithoutCode
  | StaleVersion
  | ItemInStock
  | ContactMessageInvalid
  | ContactUnavailable
  | IdempotencyKeyReused
  | MailChoicesUnavailable
  | ItemNotFound
  | StockLinkInvalid
  | StockRequestsUnavailable
  | TooManyStockRequests
  | CampaignsUnavailable
  | MailNotFound
  | MailResentTooOften
  | MailsUnavailable
  | PushAddressRefused
  | PushesUnavailable
  | PushNotOffered
  | SalesUnavailable;

/** What marketing serves; every error of its domain has a problem there. */
export const contract = marketingApi satisfies {
  problems: Record<MarketingError['code'], ProblemDefinition>;
};
