import type { OtherNames } from './other-names.ts';

/** What a thing is called in a language; in the shop's own where it has no name in that. */
export const nameIn = (
  { name, names }: { readonly name: string; readonly names?: OtherNames },
  language: string,
): string => names?.[language] ?? name;
