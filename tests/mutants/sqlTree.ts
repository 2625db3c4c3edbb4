/** A reader of SQL and PL/pgSQL that knows just enough: words, strings, comments, brackets, `case … end`. */

export interface Leaf {
  kind: 'leaf'
  /** In lower case, unless it is a string. */
  word: string
  start: number
  end: number
}
export interface Group {
  kind: 'group'
  opener: '(' | '[' | 'case'
  children: Node[]
  start: number
  end: number
}
export type Node = Leaf | Group

const TOKEN =
  /(?<skip>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|'(?:[^']|'')*'|"(?:[^"]|"")*"|[a-z_][\w$]*|\d+(?:\.\d+)?|:=|[-+*/<>=~!@#%^&|?:]+|[\s\S]/giy

function leaves(sql: string): Leaf[] {
  return [...sql.matchAll(TOKEN)]
    .filter((match) => match.groups?.skip === undefined)
    .map((match) => ({
      kind: 'leaf',
      word: match[0].startsWith("'") ? match[0] : match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
}

const CLOSERS = { '(': ')', '[': ']', case: 'end' } as const

/** The tokens of `sql`, those inside brackets and `case … end` as groups. */
export function readSql(sql: string): Node[] {
  const root: Node[] = []
  const open: { group: Group; into: Node[] }[] = []
  let into = root
  for (const leaf of leaves(sql)) {
    const innermost = open.at(-1)
    if (leaf.word === '(' || leaf.word === '[' || leaf.word === 'case') {
      const group: Group = {
        kind: 'group',
        opener: leaf.word,
        children: [],
        start: leaf.start,
        end: leaf.end,
      }
      into.push(group)
      open.push({ group, into })
      into = group.children
    } else if (innermost && leaf.word === CLOSERS[innermost.group.opener]) {
      innermost.group.end = leaf.end
      into = innermost.into
      open.pop()
    } else {
      into.push(leaf)
    }
  }
  if (open.length > 0) throw new Error(`unbalanced: ${sql}`)
  return root
}

/** Every list of nodes there is: the outermost and that of each group. */
export function everyLevel(nodes: Node[]): Node[][] {
  return [nodes, ...nodes.flatMap((node) => (node.kind === 'group' ? everyLevel(node.children) : []))]
}

export const wordOf = (node: Node | undefined): string => (node?.kind === 'leaf' ? node.word : '')
