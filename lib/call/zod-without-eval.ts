import { config } from 'zod/mini';

// zod speeds itself up by compiling code at run time. The site's content security policy forbids that, and every attempt
// would be reported as a violation. Imported by each file of the panel that parses, for this one effect.
config({ jitless: true });
