import '../light.ts';
