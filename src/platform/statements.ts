/** Many rows in statements of a size that PostgreSQL takes: 65,535 parameters at most. */
const rowsPerStatement = 4000

/** @param common the columns that are the same in every row */
export const inStatements = async <Row extends object, Common extends object>(
  rows: readonly Row[],
  common: Common,
  run: (some: readonly (Common & Row)[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await run(rows.slice(start, start + rowsPerStatement).map((row) => ({ ...common, ...row })))
  }
}
