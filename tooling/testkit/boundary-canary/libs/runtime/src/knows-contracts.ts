import '../../contracts/src/light.ts';
