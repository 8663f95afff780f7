/** Name and description of products, by slug. */
export type GermanTexts = Readonly<Record<string, readonly [name: string, description: string]>>;
