import { SignJWT, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Claims } from '../claims'
import type { Keys } from '../keys'
import { StorageError } from './storageError'

const downloadPayload = z.object({ kind: z.literal('download'), url: z.string() })
const uploadPayload = z.object({
  kind: z.literal('upload'),
  url: z.string(),
  upsert: z.boolean(),
  owner: z.looseObject({ role: z.string(), sub: z.string().optional() }),
})

/** A permission to upload one object in the name of `owner`. */
export interface UploadGrant {
  owner: Claims
  upsert: boolean
}

/** An upload may start until two hours after it was signed, as on a hosted project. */
const uploadSeconds = 7200

/** @param url `bucket/name` */
export function signDownload(keys: Keys, url: string, seconds: number): Promise<string> {
  return sign(keys, { kind: 'download', url }, seconds)
}

/** @param url `bucket/name` */
export function signUpload(keys: Keys, url: string, { owner, upsert }: UploadGrant): Promise<string> {
  return sign(keys, { kind: 'upload', url, owner, upsert }, uploadSeconds)
}

/** @throws StorageError unless the token was signed for downloading exactly this object and still holds */
export async function checkDownload(keys: Keys, token: string | null, url: string): Promise<void> {
  checkUrl(downloadPayload.safeParse(await verified(keys, token)).data, url)
}

/** @throws StorageError unless the token was signed for uploading exactly this object and still holds */
export async function checkUpload(keys: Keys, token: string | null, url: string): Promise<UploadGrant> {
  const { owner, upsert } = checkUrl(uploadPayload.safeParse(await verified(keys, token)).data, url)
  const { sub, ...claims } = owner
  return { upsert, owner: { ...claims, ...(sub !== undefined && { sub }) } }
}

function checkUrl<T extends { url: string }>(payload: T | undefined, url: string): T {
  if (payload?.url !== url)
    throw new StorageError(400, 'InvalidSignature', 'The url do not match the signature')
  return payload
}

function sign(keys: Keys, payload: Record<string, unknown>, seconds: number): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(secretOf(keys))
}

async function verified(keys: Keys, token: string | null): Promise<unknown> {
  try {
    return (await jwtVerify(token ?? '', secretOf(keys), { algorithms: ['HS256'] })).payload
  } catch (error) {
    throw new StorageError(400, 'InvalidJWT', error instanceof Error ? error.message : 'invalid token')
  }
}

function secretOf({ jwtSecret }: Keys): Uint8Array {
  return new TextEncoder().encode(`storage:${jwtSecret}`)
}
