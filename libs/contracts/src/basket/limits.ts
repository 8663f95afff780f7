/** The most of one item a basket may hold. */
export const maxQuantity = 99;
/** The most different items a basket may hold. */
export const maxLines = 50;
