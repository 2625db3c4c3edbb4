/**
 * Removes the files of people whose account is gone. See the README, "Hosted set-up", for why there may be any.
 *
 * SUPABASE_URL=https://<ref>.supabase.co SUPABASE_SECRET_KEY=<secret key> node docs/hosting/sweep.mjs [--dry-run]
 */
import { pathToFileURL } from 'node:url'

const BUCKETS = ['media', 'videos']
const PAGE = 1000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * @param {{ url: string, key: string, dryRun?: boolean }} options `key` is the project's secret (service role) key
 * @returns {Promise<string[]>} what was found, as `bucket/path`
 */
export async function sweep({ url, key, dryRun = false }) {
  const ask = async (method, path, body) => {
    const headers = { apikey: key, authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const list = async (bucket, prefix) => {
    const entries = []
    for (let offset = 0; ; offset += PAGE) {
      const page = await ask('POST', `/storage/v1/object/list/${bucket}`, { prefix, limit: PAGE, offset })
      entries.push(...page)
      if (page.length < PAGE) return entries
    }
  }
  // Storage lists one level: what has no id is a folder.
  const filesIn = async (bucket, folder) => {
    const files = []
    for (const { id, name } of await list(bucket, folder)) {
      const path = `${folder}/${name}`
      files.push(...(id === null ? await filesIn(bucket, path) : [path]))
    }
    return files
  }
  const withoutAccount = async (people) => {
    const left = new Set(people)
    for (let start = 0; start < people.length; start += 100) {
      const some = people.slice(start, start + 100).join(',')
      for (const { id } of await ask('GET', `/rest/v1/users?select=id&id=in.(${some})`)) left.delete(id)
    }
    return [...left]
  }

  const found = []
  for (const bucket of BUCKETS) {
    const folders = (await list(bucket, '')).map(({ name }) => name).filter((name) => UUID.test(name))
    for (const person of await withoutAccount(folders)) {
      const paths = await filesIn(bucket, person)
      for (let start = 0; !dryRun && start < paths.length; start += PAGE)
        await ask('DELETE', `/storage/v1/object/${bucket}`, { prefixes: paths.slice(start, start + PAGE) })
      found.push(...paths.map((path) => `${bucket}/${path}`))
    }
  }
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env
  if (!url || !key) throw new Error('Set SUPABASE_URL and SUPABASE_SECRET_KEY')
  const dryRun = process.argv.includes('--dry-run')
  const found = await sweep({ url, key, dryRun })
  console.log(`${found.length} files of people who have left ${dryRun ? 'are there' : 'were removed'}`)
}
