export const palette = {
  navy: '#24405f',
  ink: '#2b3442',
  petrol: '#1f5a6b',
  teal: '#2f8585',
  sea: '#6fa9a6',
  sky: '#8db7d2',
  cobalt: '#2f62ab',
  fog: '#b9c3c9',
  slate: '#66737f',
  charcoal: '#444b54',
  black: '#2a2d31',
  white: '#f2f1ec',
  cream: '#ece1c9',
  oat: '#d9c7a6',
  sand: '#cdb288',
  khaki: '#a3976b',
  moss: '#6d7d4a',
  forest: '#325a47',
  yellow: '#f0bf35',
  mustard: '#cf9a2e',
  orange: '#e2762d',
  rust: '#b4552f',
  red: '#c5392f',
  coral: '#e07a63',
  plum: '#6f4560',
  heather: '#9a8ba3',
  tan: '#b07f4f',
  brown: '#71492f',
  wood: '#b98450',
  brass: '#c9a04c',
  copper: '#c1724a',
  steel: '#a9b3ba',
  graphite: '#5a626b',
} as const;

export type ColourName = keyof typeof palette;

/** Backdrop tints: the light side of the studio wall and its shaded side. */
export const backdrops = {
  glass: ['#e6f0ec', '#bcd4ce'],
  sand: ['#f6eedf', '#dfcfb2'],
  fog: ['#f0f2f3', '#cdd5da'],
  dusk: ['#efe8ee', '#cdc2d2'],
  shell: ['#f9ece5', '#e6cdc0'],
  sky: ['#e9f1f7', '#bfd3e2'],
  lichen: ['#eff0e1', '#d0d4b6'],
} as const;

export type Backdrop = keyof typeof backdrops;

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A blend of two colours: 0 is the first one, 1 the second. */
export function blend(from: string, to: string, share: number): string {
  const [r1, g1, b1] = channels(from);
  const [r2, g2, b2] = channels(to);
  const mix = (a: number, b: number) =>
    Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${mix(r1, r2)}${mix(g1, g2)}${mix(b1, b2)}`;
}

export const lighter = (hex: string, share = 0.25): string => blend(hex, '#fffaf0', share);
export const darker = (hex: string, share = 0.25): string => blend(hex, '#111a2b', share);
