import { say } from '../language/say.ts';

export const waitText = (seconds: number): string => {
  if (seconds < 60) return say('{count} seconds', { count: seconds });
  const count = Math.ceil(seconds / 60);
  return count === 1 ? say('a minute') : say('{count} minutes', { count });
};

export const busyText = (): string =>
  say('Many people are signing in right now. Please try again in a moment.');
