import type { Backdrop, ColourName } from './palette.ts';

type Pattern =
  'plain' | 'stripes' | 'cable' | 'rib' | 'yoke' | 'block' | 'quilt' | 'speckle' | 'check' | 'band';

type Detail =
  | 'hood'
  | 'reflective'
  | 'chest-pocket'
  | 'hand-pockets'
  | 'kangaroo'
  | 'zip'
  | 'roll-neck'
  | 'buttons'
  | 'long'
  | 'tall'
  | 'low'
  | 'wide'
  | 'pompom'
  | 'window'
  | 'lid'
  | 'lit'
  | 'handle'
  | 'marlinspike'
  | 'serrated'
  | 'twin'
  | 'lace'
  | 'patch'
  | 'mesh';

/** What the generator needs to draw one product. */
export type Art = {
  readonly form: string;
  readonly main: ColourName;
  readonly accent: ColourName;
  readonly trim: ColourName;
  readonly backdrop: Backdrop;
  readonly pattern?: Pattern;
  readonly details?: readonly Detail[];
};

/** The same with colours resolved, as a form receives it. */
export type Paint = {
  readonly main: string;
  readonly accent: string;
  readonly trim: string;
  readonly pattern: Pattern;
  readonly has: (detail: Detail) => boolean;
};

/** A drawing on its 800 by 800 canvas; with a ground it stands, without one it lies flat. */
export type Drawn = {
  readonly body: string;
  readonly scale?: number;
  readonly ground?: { readonly x: number; readonly y: number; readonly rx: number };
};

export type Form = (paint: Paint) => Drawn;
