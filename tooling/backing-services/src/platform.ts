/** A kind of machine for which programs are made, such as `linux-x64`; with musl in place of glibc `linux-musl-x64`. */
export type Platform = `${string}-${string}`;

export const platform: Platform = `${process.platform}${usesMusl() ? '-musl' : ''}-${process.arch}`;

function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}
