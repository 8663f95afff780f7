import Bowser from 'bowser';

/** What a person would call a browser, such as "Firefox on Linux"; a guess for people, of no weight. */
export const deviceName = (userAgent: string | undefined): string => {
  if (!userAgent) return 'an unknown device';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const names = [browser.name, os.name].filter((name): name is string => Boolean(name));
  return names.length > 0 ? names.join(' on ') : 'an unknown device';
};
