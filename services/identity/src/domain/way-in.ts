/** By what somebody showed who they are, in the words of RFC 8176; there is no other way. */
export const waysIn = [
  ['pwd'],
  ['fed'],
  ['pwd', 'otp'],
  ['fed', 'otp'],
  ['pwd', 'pop'],
  ['fed', 'pop'],
  ['pop', 'user', 'mfa'],
] as const;
export type WayIn = (typeof waysIn)[number];

/** How strong a way is, by NIST SP 800-63B: two factors, or one. */
export const strengthOf = (way: WayIn): 'aal1' | 'aal2' => (way.length > 1 ? 'aal2' : 'aal1');
