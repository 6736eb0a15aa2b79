/**
 * Opens a bulk write: the rows of a JSON array given as parameter `?n`, as `item`s of the table `said`. Materialised,
 * since SQLite would otherwise print and parse an item anew for every value taken out of it.
 */
export function saidBy(parameter: number): string {
  return `with said (item) as materialized (select value from json_each(?${parameter}))`
}
