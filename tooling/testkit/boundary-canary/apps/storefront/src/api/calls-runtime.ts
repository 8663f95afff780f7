import '../../../../libs/runtime/src/index.ts';
