/** Where pictures are fetched that a file names by their addresses. */
export interface PictureFetcher {
  /** @throws {PictureOutOfReach} whatever the reason is */
  fetch(url: string): Promise<Buffer>;
}
