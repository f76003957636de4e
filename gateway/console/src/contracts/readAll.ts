/** Reads a list to its end. @param read gives the page of a token; empty = the first. */
export async function readAll<Row>(read: (pageToken: string) => Promise<{ rows: readonly Row[]; nextPageToken: string }>): Promise<Row[]> {
  const all: Row[] = [];
  let pageToken = "";
  do {
    const page = await read(pageToken);
    all.push(...page.rows);
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return all;
}
