/** Whose users were deleted. Only their ids are kept, so that an order that arrives later is known to be theirs. */
export interface FormerBuyers {
  remember(buyerId: string): Promise<void>;
  include(buyerId: string): Promise<boolean>;
}
