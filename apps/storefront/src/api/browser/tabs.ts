import type { WishedItem } from '@quayside/contracts';

/** What one tab of the shop tells the others: what it changed, or who its visitor is now. */
export type TabNews =
  | { readonly about: 'basket' }
  | { readonly about: 'wishlist'; readonly items: readonly WishedItem[] }
  | { readonly about: 'session'; readonly userId: string | undefined };

let channel: BroadcastChannel | undefined;
/** One for the whole tab, as a tab hears its own news through any other. */
const open = (): BroadcastChannel => (channel ??= new BroadcastChannel('quayside'));

export const tellTabs = (news: TabNews): void => open().postMessage(news);

/** @returns what stops listening */
export const listenToTabs = (listener: (news: TabNews) => void): (() => void) => {
  const heard = ({ data }: MessageEvent<TabNews>) => listener(data);
  open().addEventListener('message', heard);
  return () => open().removeEventListener('message', heard);
};
