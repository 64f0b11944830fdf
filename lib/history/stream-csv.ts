import { csvHead, csvLines, type Columns } from './history-csv';

/** Large enough that few questions are asked, small enough that none keeps others waiting. */
const ROWS_AT_ONCE = 2_000;

interface ExportedPage<Row> {
  rows: readonly Row[];
  /** Where the next page begins; null when this is the last one. */
  before: string | null;
}

/**
 * A list as a file, all of it, read page by page as fast as it is taken: neither side holds all of it, and who goes away ends it. The
 * first page is read before there is an answer, so that a database that is away is an error and no broken file.
 *
 * @param nextPage the page at this cursor, the first one for null
 */
export async function streamCsv<Row>(
  columns: Columns<Row>,
  nextPage: (before: string | null, pageSize: number) => Promise<ExportedPage<Row>>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let page = await nextPage(null, ROWS_AT_ONCE);
  let text = csvHead(columns) + csvLines(columns, page.rows);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(encoder.encode(text));
      if (page.before === null) return controller.close();
      page = await nextPage(page.before, ROWS_AT_ONCE);
      text = csvLines(columns, page.rows);
    },
  });
}
