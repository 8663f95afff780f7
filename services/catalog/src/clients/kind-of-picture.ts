/** What a file is by its first bytes, whatever it is called; undefined for what is not taken. */
export const kindOfPicture = (file: Buffer): 'jpeg' | 'png' | 'webp' | undefined => {
  if (file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (file.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  const isRiff = file.subarray(0, 4).toString('latin1') === 'RIFF';
  return isRiff && file.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp' : undefined;
};
