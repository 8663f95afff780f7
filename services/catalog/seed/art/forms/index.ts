import * as accessories from './accessories.ts';
import * as bags from './bags.ts';
import * as footwear from './footwear.ts';
import * as hardware from './hardware.ts';
import * as instruments from './instruments.ts';
import * as knitwear from './knitwear.ts';
import * as lamps from './lamps.ts';
import * as outerwear from './outerwear.ts';
import * as packs from './packs.ts';
import * as ropework from './ropework.ts';
import * as shelter from './shelter.ts';
import * as stoves from './stoves.ts';
import * as tableware from './tableware.ts';

/** Every product form the generator can draw. */
export const forms = {
  ...accessories,
  ...bags,
  ...footwear,
  ...hardware,
  ...instruments,
  ...knitwear,
  ...lamps,
  ...outerwear,
  ...packs,
  ...ropework,
  ...shelter,
  ...stoves,
  ...tableware,
};

export type FormName = keyof typeof forms;
