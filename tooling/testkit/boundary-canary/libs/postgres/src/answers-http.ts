import '../../http/src/index.ts';
