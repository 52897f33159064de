import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

const SQL = /\b(select|insert\s+into|update|delete\s+from|merge\s+into|truncate|alter\s+table)\b/i
const BUILDER = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'innerJoin',
  'leftJoin',
  'rightJoin',
  'fullJoin',
  'using',
])

/** The SQL of a file: all of a migration, and of TypeScript its statements and the tables given to the query builder. */
export function sqlIn(file: SourceFile): string[] {
  if (file.path.endsWith('.sql')) return [withoutComments(file.text)]
  const pieces: string[] = []
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = textOf(node)
      if (SQL.test(text)) pieces.push(withoutComments(text))
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      BUILDER.has(node.expression.name.text)
    ) {
      const table = node.arguments[0]
      if (table && ts.isStringLiteralLike(table)) pieces.push(`from ${table.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return pieces
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text
  return node.head.text + node.templateSpans.map((span) => ` ? ${span.literal.text}`).join('')
}

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '')
}
