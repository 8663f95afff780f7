/**
 * The names of everything the basket keeps in Redis. Every key a script touches is handed to it; they lie in
 * different slots, so this is for one Redis (with replicas), not for Redis Cluster.
 */
export const createKeys = (prefix: string) => ({
  basket: (ownerId: string) => `${prefix}basket:${ownerId}`,
  checkout: (ownerId: string, key: string) => `${prefix}checkout:${ownerId}:${key}`,
  /** Who a user's checkouts are of and where to, by order id, until their orders are submitted. */
  details: (ownerId: string) => `${prefix}details:${ownerId}`,
  /** Item ids, each with when it was wished for. */
  wishlist: (ownerId: string) => `${prefix}wishlist:${ownerId}`,
  /** What opens an owner's wishlist to others, and whose it opens. */
  wishlistShare: (ownerId: string) => `${prefix}wishlist-share:${ownerId}`,
  sharedWishlist: (token: string) => `${prefix}shared-wishlist:${token}`,
  /** Drafts of staff, by when they were changed. What is in one, and whom it is for, is in its basket. */
  drafts: `${prefix}drafts`,
  draftsOf: (userId: string) => `${prefix}drafts-of:${userId}`,
  /** Who of the staff did what: entries by number, and the numbers of all, of one draft, of one person; names apart. */
  auditCount: `${prefix}audit-count`,
  auditEntries: `${prefix}audit-entries`,
  auditLog: `${prefix}audit-log`,
  auditOf: (entityId: string) => `${prefix}audit-of:${entityId}`,
  auditBy: (actorId: string) => `${prefix}audit-by:${actorId}`,
  auditNames: `${prefix}audit-names`,
  items: `${prefix}items`,
  itemVersions: `${prefix}item-versions`,
  /** How many there are of each item, apart from it as in the catalog. */
  stock: `${prefix}stock`,
  stockVersions: `${prefix}stock-versions`,
  campaigns: `${prefix}campaigns`,
  campaignVersions: `${prefix}campaign-versions`,
  /** By their codes. */
  coupons: `${prefix}coupons`,
  couponVersions: `${prefix}coupon-versions`,
  /** Orders that used a code, each with the code and whose it is; nothing of those that gave it back. */
  couponOrders: `${prefix}coupon-orders`,
  /** How often each code was used, and by whom. */
  couponUses: `${prefix}coupon-uses`,
  couponUsesBy: `${prefix}coupon-uses-by`,
  /** The sales settings and their version. */
  settings: `${prefix}sales-settings`,
  /** Names nothing, where a script's key is optional. */
  none: `${prefix}none`,
  outbox: `${prefix}outbox`,
  /** Pub/sub channels. */
  basketChannel: (ownerId: string) => `${prefix}changed:basket:${ownerId}`,
  itemChannel: `${prefix}changed:item`,
  campaignChannel: `${prefix}changed:campaign`,
  settingsChannel: `${prefix}changed:sales-settings`,
});

export type Keys = ReturnType<typeof createKeys>;
