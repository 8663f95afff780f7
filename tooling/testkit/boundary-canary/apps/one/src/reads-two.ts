import '../../two/src/thing.ts';
