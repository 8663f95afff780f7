/**
 * Where the page that is shown stands in another language, as its head says, with what is chosen on it besides, such as
 * how a listing is sorted.
 *
 * @param alternate the address in the other language
 * @param search of the address of the page that is shown
 */
export const addressOfOther = (alternate: URL, search: string): string => {
  const params = new URLSearchParams(search);
  for (const [name, value] of alternate.searchParams) params.set(name, value);
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return alternate.pathname + (text && `?${text}`);
};
