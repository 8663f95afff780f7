import '../../../beta/src/domain/thing.ts';
