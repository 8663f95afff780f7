/** Where carriers show a parcel, by the name that people give them; the number follows. */
const pages: readonly (readonly [RegExp, string])[] = [
  [/^dhl/i, 'https://www.dhl.com/global-en/home/tracking.html?tracking-id='],
  [/^dpd/i, 'https://tracking.dpd.de/status/en_US/parcel/'],
  [/^gls/i, 'https://gls-group.com/track/'],
  [/^ups\b/i, 'https://www.ups.com/track?tracknum='],
  [/^fed ?ex/i, 'https://www.fedex.com/fedextrack/?trknbr='],
  [/^usps/i, 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
  [/^royal ?mail/i, 'https://www.royalmail.com/track-your-item#/tracking-results/'],
  [/^post ?nl/i, 'https://postnl.post/tracktrace/?B='],
  [/^post ?nord/i, 'https://tracking.postnord.com/en/tracking?id='],
  [/^bring/i, 'https://tracking.bring.com/tracking/'],
  [/^canada ?post/i, 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor='],
  [/^(österreichische|austrian) post/i, 'https://www.post.at/s/sendungsdetails?snr='],
];

/** The carrier's own page of a parcel; undefined where the carrier is not known, or has no number for it. */
export const trackingUrlOf = (parcel: {
  readonly carrier?: string | undefined;
  readonly tracking?: string | undefined;
}): string | undefined => {
  const [carrier, tracking] = [parcel.carrier?.trim() ?? '', parcel.tracking?.replaceAll(/\s/g, '') ?? ''];
  const page = pages.find(([name]) => name.test(carrier))?.[1];
  return page && tracking !== '' ? `${page}${encodeURIComponent(tracking)}` : undefined;
};
