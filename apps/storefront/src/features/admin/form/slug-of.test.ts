import { describe, expect, test } from '@jest/globals';
import { followName } from './slug-of.ts';

const empty = { name: '', slug: '', 'names.de': '', 'slugs.de': '' };

describe('the slug of a language', () => {
  test('goes with the name in that language', () => {
    const english = followName({ ...empty, name: 'Rain hats' }, empty);
    expect(english).toEqual({ ...empty, name: 'Rain hats', slug: 'rain-hats' });
    expect(followName({ ...english, 'names.de': 'Regenhüte' }, english)).toEqual({
      ...english,
      'names.de': 'Regenhüte',
      'slugs.de': 'regenhuete',
    });
  });

  test('stays as somebody typed it', () => {
    const typed = { ...empty, 'names.de': 'Hut', 'slugs.de': 'kopfbedeckung' };
    const renamed = { ...typed, 'names.de': 'Hüte' };
    expect(followName(renamed, typed)).toEqual(renamed);
  });

  test('is not there where the form has no German name', () => {
    expect(followName({ name: 'Hallvik', slug: '' }, { name: '', slug: '' })).toEqual({
      name: 'Hallvik',
      slug: 'hallvik',
    });
  });
});
