import { callApi } from '../../api/browser/call-api.ts';
import { tellTabs } from '../../api/browser/tabs.ts';

/** Ends the session and leaves, in the language of the page, for where the gateway says; a full load, so that nothing of it stays in memory. */
export const signOut = async (): Promise<boolean> => {
  const result = await callApi('POST /auth/logout', {
    query: { language: document.documentElement.lang === 'de' ? 'de' : 'en' },
  });
  if (!result.ok) return false;
  tellTabs({ about: 'session', userId: undefined });
  // An unanswered checkout of this shopper must not be the next one's.
  window.sessionStorage.clear();
  window.location.assign(result.data?.redirectTo ?? '/');
  return true;
};
