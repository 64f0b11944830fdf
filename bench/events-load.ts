import { EventsPlan, runEventsLoad } from './events-run-load';

// The generator of events, a process of its own: it does what it is told, says what it saw, and ends with who started it.

process.on('message', (message) => {
  void runEventsLoad(EventsPlan.parse(message)).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit(0));
