import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// Development only. Prisma's own schema engine, as WebAssembly from the npm registry, compares a migrated database with
// schema.prisma. `prisma migrate diff` would do the same, but wants the native engine, which has to be downloaded.

/** The SQL that would bring a database to the given Prisma schema; null when nothing is missing. */
export async function schemaDiff(databaseUrl: string, schemaFile = 'prisma/schema.prisma'): Promise<string | null> {
  const schema = { path: schemaFile, content: await readFile(schemaFile, 'utf8') };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const engine = await openEngine(pool, schema);
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: '.' },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 0 ? null : result.stdout;
  } finally {
    await pool.end();
  }
}

async function openEngine(pool: pg.Pool, schema: { path: string; content: string }) {
  await (loaded ??= loadEngine());
  const adapter = await catalogueAdapter(pool);
  return engineModule.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter);
}

// Once a process: a second instance would take the first one's memory from under it.
let loaded: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  const require = createRequire(import.meta.url);
  const binary = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(binary), {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  // The engine reports a crash through this global; without it a crash would be a hang.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * The adapter, taught Postgres's internal one-byte "char", which fills the catalogue and which it refuses. The engine
 * wants such columns as characters, so their names are noted where the type is still known: below the adapter.
 */
async function catalogueAdapter(pool: pg.Pool) {
  const charColumns = new Set<string>();
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    query: async (config: pg.QueryConfig) => {
      const result = await query(config);
      for (const field of result.fields.filter((each) => each.dataTypeID === INTERNAL_CHAR)) {
        charColumns.add(field.name);
        field.dataTypeID = TEXT;
      }
      return result;
    },
  });
  const factory = new PrismaPg(pool);
  const adapter = await factory.connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    const typeOf = (name: string, index: number) =>
      charColumns.has(name) ? ColumnTypeEnum.Character : result.columnTypes[index]!;
    return { ...result, columnTypes: result.columnNames.map(typeOf) };
  };
  factory.connect = async () => adapter;
  return bindMigrationAwareSqlAdapterFactory(factory);
}
