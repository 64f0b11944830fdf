import { pinSelf, SERVER_CORE } from './cores';

// Loaded before either server (`node --import`): puts the process on its core, and says which process it is, so that
// its CPU time can be read from outside. The server itself is then exactly what `npm start` runs.

pinSelf(SERVER_CORE);
console.log(`measured process ${process.pid}`);
