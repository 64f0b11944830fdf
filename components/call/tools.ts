// What few people open before, in or after a call, in one piece of code: components/call/late-tools.tsx fetches it. One piece and
// not one for each, so that whoever has one of them has them all when the network goes.

export { DeviceSettings } from './device-settings';
export { Rating } from './endings/rating';
export { HostTools } from './in-call/host-tools';
export { Keypad } from './in-call/keypad';
export { PersonActions } from './in-call/person-actions';
export { ShortcutList } from './in-call/shortcut-list';
export { StatisticsView } from './in-call/statistics-view';
