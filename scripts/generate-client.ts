import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { generateZod } from './generate-zod';

// npm run generate: what browsers are sent of zod; and Prisma's typed client from prisma/schema.prisma, by Prisma's own
// generator. `prisma generate` would do the same, but its command line needs Node 20.19 and looks for an engine to download
// (docs/decisions).

const require = createRequire(import.meta.url);
// Required, not imported: as ES modules these two do not find their CommonJS dependencies' names.
const { getDMMF } = require('@prisma/get-dmmf') as typeof import('@prisma/get-dmmf');
const { PrismaClientTsGenerator } =
  require('@prisma/client-generator-ts') as typeof import('@prisma/client-generator-ts');
const { enginesVersion } = require('@prisma/engines-version') as { enginesVersion: string };

await generateZod();

const schemaPath = path.resolve('prisma/schema.prisma');
const datamodel = readFileSync(schemaPath, 'utf8');
const dmmf = getDMMF({ datamodel: [[schemaPath, datamodel]] });
if ('reason' in dmmf) {
  console.error(`prisma/schema.prisma: ${dmmf.reason}`);
  process.exit(1);
}

const literal = (value: string) => ({ fromEnvVar: null, value });
await new PrismaClientTsGenerator().generate({
  generator: {
    name: 'client',
    provider: literal('prisma-client'),
    output: literal(path.resolve('lib/db/generated')),
    config: { importFileExtension: '' },
    binaryTargets: [],
    previewFeatures: [],
    sourceFilePath: schemaPath,
  },
  otherGenerators: [],
  datasources: [
    {
      name: 'db',
      provider: 'postgresql',
      activeProvider: 'postgresql',
      schemas: [],
      sourceFilePath: schemaPath,
    },
  ],
  schemaPath,
  datamodel,
  dmmf,
  version: enginesVersion.split('.').at(-1) ?? enginesVersion,
});
console.log('Prisma client generated');
