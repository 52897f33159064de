import { renderToStaticMarkup } from 'react-dom/server'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  'x-callers': string[]
  'x-kind': 'action' | 'query'
  requestBody?: { content: { 'application/json': { schema: object } } }
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  responses: { 200: { content: { 'application/json': { schema: object } } } }
}

const style = `body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1f2933}
h2{border-bottom:1px solid #d5dbe1;margin-top:2.5rem}code,pre{font:14px/1.5 ui-monospace,monospace}pre{background:#f4f6f8;overflow:auto;padding:1rem}
summary{cursor:pointer;padding:.5rem 0}.k{color:#3d4f60}nav a{margin-right:1rem}`

/** The OpenAPI document for human eyes: every operation, who may try it, what it takes and answers. No script. */
export function apiDocsPage(document: { paths: Record<string, Record<string, Operation>> }): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const modules = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ''))]
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>邻里 Linli · API</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>邻里 Linli · API</h1>
          <p>
            机器可读：<a href="/api/openapi.json">OpenAPI 3.1</a>。每个写操作可带 <code>Idempotency-Key</code>；出错按
            RFC 9457 应答。
          </p>
          <nav aria-label="模块">
            {modules.map((name) => (
              <a key={name} href={`#${name}`}>
                {name}
              </a>
            ))}
          </nav>
          {modules.map((name) => (
            <section key={name}>
              <h2 id={name}>{name}</h2>
              {operations
                .filter(({ operation }) => operation.tags[0] === name)
                .map((one) => (
                  <OperationDetails key={one.operation.operationId} {...one} />
                ))}
            </section>
          ))}
        </main>
      </body>
    </html>,
  )}`
}

function OperationDetails({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  const input = operation.requestBody?.content['application/json'].schema ?? operation.parameters
  return (
    <details>
      <summary>
        <code>
          {method} {path}
        </code>{' '}
        {operation.summary} <span className="k">（{operation['x-callers'].join('、')}）</span>
      </summary>
      <h3>输入</h3>
      <pre>{JSON.stringify(input, null, 2)}</pre>
      <h3>输出</h3>
      <pre>{JSON.stringify(operation.responses[200].content['application/json'].schema, null, 2)}</pre>
    </details>
  )
}
