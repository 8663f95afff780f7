import type { Page } from 'playwright-core';

export type Who = 'guest' | 'shopper' | 'admin';

/** A page in a state that people see it in. */
export interface Scene {
  /** Of its pictures' files. */
  readonly name: string;
  readonly who: Who;
  /** In English, as it is asked for. */
  readonly path: string;
  /** The page of the app that it shows, such as `/products/[slug]`; by default its path. */
  readonly page?: string;
  /** What leads from the page as it comes to the state; in English, for it goes by what it reads. */
  readonly then?: (page: Page) => Promise<void>;
  /** Where the state can be had at some widths alone. */
  readonly widths?: readonly number[];
}
