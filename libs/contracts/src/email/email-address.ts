/** Letters, digits and the signs of RFC 5322's atoms; beyond ASCII whatever RFC 6531 lets in that a person can see. */
const atom = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const longestAddress = 254;
const longestLocalPart = 64;

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** The domain as the name service knows it (UTS 46), so that `müller.example` and `xn--mller-kva.example` are one. */
const asciiDomain = (domain: string): string | undefined => {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  // Not `URL.parse`, which older browsers lack.
  const url = `http://${domain}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
};

const partsOf = (address: string): { local: string; domain: string } => {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
};

/** As it is shown and written to: composed letters, no space around it. */
export const tidyEmail = (email: string): string => email.trim().normalize('NFC');

/** Whether it has the form of an address that mail can be sent to. */
export const isEmail = (email: string): boolean => {
  const { local, domain } = partsOf(tidyEmail(email));
  const ascii = asciiDomain(domain);
  if (!ascii || !atom.test(local) || bytesIn(local) > longestLocalPart) return false;
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return false;
  return !/^\d+$/.test(labels.at(-1) ?? '') && bytesIn(local) + 1 + ascii.length <= longestAddress;
};

/** The one form in which addresses are compared: two that differ by case, space, or how the domain is written are the same. */
export const emailKey = (email: string): string => {
  const { local, domain } = partsOf(tidyEmail(email).toLowerCase());
  return `${local}@${asciiDomain(domain) ?? domain}`;
};

/** The mailbox behind an address: what stands after a `+` only sorts its mail. */
export const mailboxOf = (email: string): string => {
  const { local, domain } = partsOf(emailKey(email));
  return `${local.replace(/(?<=.)\+.*$/s, '')}@${domain}`;
};
