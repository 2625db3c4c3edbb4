import { withLocalDatabase } from './localDatabase'

/*
 * [Note: the ballast is a blob] See [Note: text before files]. A record that is deleted frees nothing until the database tidies
 * itself up; the file behind a blob goes at once. It is larger than a text ever is because browsers count roughly: they may
 * be that much over the limit when they first refuse.
 */
const BALLAST_KEY = 'ballast'
const CHUNK_BYTES = 65_536
const CHUNKS = 16

/** Reserve the room that a text needs when the disk is full. Worth a try, never an error. */
export async function takeBallast(): Promise<void> {
  await withLocalDatabase(async (database) => {
    if (await database.getKey('meta', BALLAST_KEY)) return
    // Random, so that no file system compresses it to nothing.
    const chunk = crypto.getRandomValues(new Uint8Array(CHUNK_BYTES))
    await database.put('meta', new Blob(Array.from({ length: CHUNKS }, () => chunk)), BALLAST_KEY)
  }).catch(() => undefined)
}

/** Make that room. Never an error: whether it helped shows when the text is written. */
export async function dropBallast(): Promise<void> {
  await withLocalDatabase((database) => database.delete('meta', BALLAST_KEY)).catch(() => undefined)
}
