import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface SourceFile {
  /** Relative to the tree, with forward slashes. */
  path: string
  text: string
}

const TEST = /\.(test|probe|hard)\.tsx?$/

/** Files that ship: no tests, no probes. */
export async function sourceFiles(root: string, patterns: string[]): Promise<SourceFile[]> {
  return (await read(root, patterns)).filter((file) => !TEST.test(file.path))
}

export async function testFiles(root: string): Promise<SourceFile[]> {
  return (await read(root, ['{modules,tests,apps}/**/*.ts'])).filter((file) => TEST.test(file.path))
}

async function read(root: string, patterns: string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for await (const name of glob(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
    files.push({ path: name.split(path.sep).join('/'), text: await readFile(path.join(root, name), 'utf8') })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}
