/**
 * What each column of a table says about a person: an element of the standard or nothing. A table is either impersonal as a
 * whole, or every column of it that is no id, instant or flag of the machinery is named. Parts and modules keep their own map.
 */
export type ColumnMap = Readonly<Record<string, 'impersonal' | TableColumns>>

export interface TableColumns {
  elements: Readonly<Record<string, string>>
  technical?: readonly string[]
}

export interface CatalogueColumn {
  /** `schema.table` */
  table: string
  column: string
  type: string
}

// An id names nobody by itself and an instant tells nothing without it.
const TECHNICAL_TYPES = new Set(['uuid', 'timestamptz', 'tstzrange', '_uuid', 'xid8'])

/** Columns that no map knows, and names in maps that no column has: both empty, or the lint fails. */
export function unmappedColumns(
  catalogue: readonly CatalogueColumn[],
  map: ColumnMap,
  known: (key: string) => boolean,
): string[] {
  const wrong: string[] = []
  for (const { table, column, type } of catalogue) {
    const entry = map[table]
    if (entry === 'impersonal') continue
    if (!entry) wrong.push(`${table}.${column}: the table stands in no map`)
    else if (entry.elements[column] !== undefined) {
      if (!known(entry.elements[column])) wrong.push(`${table}.${column}: ${entry.elements[column]} is no element`)
    } else if (!entry.technical?.includes(column) && !TECHNICAL_TYPES.has(type)) {
      wrong.push(`${table}.${column}: neither element nor technical`)
    }
  }
  const present = new Set(catalogue.flatMap(({ table, column }) => [table, `${table}.${column}`]))
  for (const [table, entry] of Object.entries(map)) {
    if (!present.has(table)) wrong.push(`${table}: mapped, but there is no such table`)
    else if (entry !== 'impersonal') {
      const named = [...Object.keys(entry.elements), ...(entry.technical ?? [])]
      for (const column of named)
        if (!present.has(`${table}.${column}`)) wrong.push(`${table}.${column}: mapped, but there is no such column`)
    }
  }
  return wrong
}
