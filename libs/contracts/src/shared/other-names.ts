import { z } from 'zod';

/** What a thing is called in other languages than the shop's own, by ISO 639-1. */
export const otherNames = z.record(z.string().regex(/^[a-z]{2}$/), z.string());

/** What a thing is called in a language; in the shop's own where it has no name in that. */
export const nameIn = (
  { name, names }: { readonly name: string; readonly names?: Readonly<Record<string, string>> | undefined },
  language: string,
): string => names?.[language] ?? name;
