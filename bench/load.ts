import { LoadPlan, runLoad } from './run-load';

// The load generator, a process of its own: it does what it is told, says what it saw, and ends with who started it.

process.on('message', (message) => {
  void runLoad(LoadPlan.parse(message)).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit(0));
