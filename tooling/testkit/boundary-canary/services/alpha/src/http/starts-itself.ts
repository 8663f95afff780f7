import '../../../../libs/chassis/src/index.ts';
