import ts from 'typescript'
import { repositoryFiles, textOf } from './repository.ts'

/** Walks through every file of `src/` as the compiler reads it. */
export function visitSource(
  visit: (node: ts.Node, where: { readonly file: string; readonly line: number }) => void,
): void {
  for (const file of repositoryFiles().filter((name) => /^src\/.+\.tsx?$/.test(name))) {
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
    const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true, kind)
    const walk = (node: ts.Node): void => {
      visit(node, { file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
      ts.forEachChild(node, walk)
    }
    walk(source)
  }
}
