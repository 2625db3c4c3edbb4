import { z } from 'zod'
import type { Claims } from '../claims'
import type { ObjectRow, StorageContext } from './context'

const listRequest = z.object({
  prefix: z.string().default(''),
  limit: z.number().int().min(1).max(10_000).default(100),
  offset: z.number().int().min(0).default(0),
  search: z.string().default(''),
  sortBy: z
    .object({
      column: z.enum(['name', 'updated_at', 'created_at', 'last_accessed_at']).default('name'),
      order: z.enum(['asc', 'desc']).default('asc'),
    })
    .default({ column: 'name', order: 'asc' }),
})

type Entry = Pick<ObjectRow, 'name'> & {
  [K in 'id' | 'updated_at' | 'created_at' | 'last_accessed_at' | 'metadata']: ObjectRow[K] | null
}

/** Answers `list()`: the objects directly under a prefix, and deeper ones as folders (id null). */
export async function listObjects(
  context: StorageContext,
  caller: Claims,
  bucket: string,
  body: unknown,
): Promise<Response> {
  const { prefix, limit, offset, search, sortBy } = listRequest.parse(body)
  const folder = prefix === '' ? '' : prefix.replace(/\/*$/, '/')
  const rows = await context.database.as(caller, (session) =>
    session.query<ObjectRow>(
      'select * from storage.objects where bucket_id = $1 and starts_with(name, $2) order by name',
      [bucket, folder],
    ),
  )
  const entries = new Map<string, Entry>()
  for (const row of rows) {
    const entry = entryUnder(folder, row)
    if (entry.name.toLowerCase().includes(search.toLowerCase()) && !entries.has(entry.name))
      entries.set(entry.name, entry)
  }
  const direction = sortBy.order === 'asc' ? 1 : -1
  const key = (entry: Entry) => entry[sortBy.column] ?? ''
  const sorted = [...entries.values()].toSorted(
    (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * direction,
  )
  return Response.json(sorted.slice(offset, offset + limit))
}

function entryUnder(folder: string, row: ObjectRow): Entry {
  const [head = '', ...deeper] = row.name.slice(folder.length).split('/')
  if (deeper.length > 0) {
    return {
      name: head,
      id: null,
      updated_at: null,
      created_at: null,
      last_accessed_at: null,
      metadata: null,
    }
  }
  const { id, updated_at, created_at, last_accessed_at, metadata } = row
  return { name: head, id, updated_at, created_at, last_accessed_at, metadata }
}
