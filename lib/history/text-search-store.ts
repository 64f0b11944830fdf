import { Prisma } from '@/lib/db/generated/client';
import { likePatterns } from './like-patterns';

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
 * of other letters, and the rules for those cost ten times as much. So they are asked only of what may have it (like-patterns.ts),
 * for which an index of three letters in a row (migration find_by_name_and_what_to_erase) serves names with other letters too.
 */
export function hasText(column: Prisma.Sql, text: string): Prisma.Sql {
  const patterns = likePatterns(text).map((pattern) => Prisma.sql`lower(${column} collate "C") like ${pattern}`);
  const looksLike = Prisma.sql`(${Prisma.join(patterns, ' or ')})`;
  return ASCII.test(text)
    ? looksLike
    : Prisma.sql`(${looksLike} and strpos(${withoutCase(column)}, ${withoutCase(text)}) > 0)`;
}

/** Whether a column is one of these texts, in whatever case. */
export function isOneOf(column: Prisma.Sql, texts: readonly string[]): Prisma.Sql {
  return Prisma.sql`${withoutCase(column)} = any(
    select ${withoutCase(Prisma.sql`one`)} from unnest(${[...texts]}::text[]) as one)`;
}
