import { nameIn } from '@quayside/contracts';
import { useLocale } from 'next-intl';

interface Called {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** What a thing is called in the language of the page. */
export const useName = (): ((thing: Called) => string) => {
  const locale = useLocale();
  return (thing) => nameIn(thing, locale);
};
