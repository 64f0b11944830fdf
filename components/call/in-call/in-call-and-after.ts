// All that is seen from the moment a call is up, in one piece of code: components/call/in-call-screen.tsx fetches it.

export { Rating } from '../endings/rating';
export { InCall } from './in-call';
