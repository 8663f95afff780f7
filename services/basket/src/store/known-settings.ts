import type { SalesSettings } from '@quayside/contracts/money';
import type { BasketReply } from './scripted-redis.ts';

/**
 * The sales settings this process has read last, so that they need not come along with every basket. They are those of
 * the reply all the same: the reply says their version, and brings them where it is another than the one asked with.
 *
 * @param first what a shop without any is priced by
 */
export function createKnownSettings(first: SalesSettings) {
  let known: { readonly version: string; readonly settings: SalesSettings } = {
    version: '0',
    settings: first,
  };

  return {
    /** To be asked with; `of` then takes the reply. */
    ask: () => {
      const asked = known;
      return {
        version: asked.version,
        of: (reply: BasketReply): SalesSettings => {
          const [version, settings] = [reply[7], reply[8]];
          if (version === null) return first;
          if (settings === null) return asked.settings;
          known = { version, settings: JSON.parse(settings) as SalesSettings };
          return known.settings;
        },
      };
    },
  };
}
