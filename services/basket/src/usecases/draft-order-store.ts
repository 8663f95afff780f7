import type { DraftOrderQuery } from '@quayside/contracts';
import type { AuditActor, AuditChange, AuditPage, AuditQuery } from '@quayside/runtime';
import type { Basket } from '../domain/basket.ts';
import type { DraftBuyer, DraftFacts, DraftOrder } from '../domain/draft-order.ts';
import type { Owner } from './ports.ts';

/** Whose basket a draft is. Uses of a code count for the customer it is for. */
export const ownerOfDraft = (id: string, buyer?: Pick<DraftBuyer, 'customer'>): Owner => ({
  id: `draft:${id}`,
  isDraft: true,
  kind: buyer?.customer ? 'user' : 'guest',
  ...(buyer?.customer && { countsAs: buyer.customer.id }),
});

/** A draft as it is to be kept. */
export interface KeptDraft {
  readonly id: string;
  /** The version that it was made on. */
  readonly basedOn: number;
  readonly basket: Pick<Basket, 'lines' | 'choice'>;
  readonly buyer: DraftBuyer;
  readonly facts: DraftFacts;
}

/** Who of the staff did what. */
export interface DraftAudit {
  readonly by: AuditActor;
  readonly change: AuditChange;
}

/** That a link is to be mailed. */
export interface LinkRequest {
  readonly orderId: string;
  readonly buyerId?: string | undefined;
  readonly at: number;
  readonly version: number;
}

/**
 * Drafts, each with a basket of its own in the store of baskets. A change, its entry in the audit log and its event are one
 * step; it answers false where the draft is another one by now.
 */
export interface DraftOrderStore {
  find(id: string): Promise<DraftOrder | undefined>;
  page(query: DraftOrderQuery): Promise<{ items: readonly DraftOrder[]; totalItems: number }>;
  save(draft: KeptDraft, audit: DraftAudit, request?: LinkRequest): Promise<boolean>;
  drop(draft: Pick<DraftOrder, 'id' | 'version'>, audit: DraftAudit): Promise<boolean>;
  /** All that is not ordered of what staff wrote down for an account. */
  ofCustomer(userId: string): Promise<readonly DraftOrder[]>;
  /** Drafts for the account, and the name that the audit log has of it. */
  forget(userId: string): Promise<void>;
  readAudit(query: AuditQuery): Promise<AuditPage>;
}
