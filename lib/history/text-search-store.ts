import { Prisma } from '@/lib/db/generated/client';

/**
 * Text without its case, by Unicode's rules: a database that was made with the C locale, as the embedded one is, would know
 * no capital letters but A to Z.
 */
export function withoutCase(text: Prisma.Sql | string): Prisma.Sql {
  return Prisma.sql`lower((${text})::text collate "und-x-icu")`;
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * Whether a column has this text in it, in whatever case; never a pattern. Looking for A to Z alone there is nothing to know
 * of other letters, and the rules for those cost ten times as much. What is not A to Z may be anything at first, so that an
 * index of three letters in a row (migration find_by_name_and_what_to_erase) serves names with other letters in them too.
 */
export function hasText(column: Prisma.Sql, text: string): Prisma.Sql {
  const pattern = text
    .replace(/[\\%_]/g, '\\$&')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[^\0-\x7f]+/g, '%');
  const looksLike = Prisma.sql`lower(${column} collate "C") like ${`%${pattern}%`}`;
  return ASCII.test(text)
    ? looksLike
    : Prisma.sql`(${looksLike} and strpos(${withoutCase(column)}, ${withoutCase(text)}) > 0)`;
}

/** Whether a column is one of these texts, in whatever case. */
export function isOneOf(column: Prisma.Sql, texts: readonly string[]): Prisma.Sql {
  return Prisma.sql`${withoutCase(column)} = any(
    select ${withoutCase(Prisma.sql`one`)} from unnest(${[...texts]}::text[]) as one)`;
}
